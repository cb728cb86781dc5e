"""Whether a customer of the platform can be a customer of the books. Pure.

Names are compared by their letters and digits, since people write “Smith & Co.” in many ways.
"""

from __future__ import annotations

from fbrecon.domain.documents import Customer, PlatformCustomer


def agree(there: PlatformCustomer, name: str, customer: Customer | None) -> bool:
    """Whether name or e-mail address are the same; `name` is the one that stands on the invoice.

    Where one side tells neither, nothing speaks against it.
    """
    names = {_letters(text) for text in (name, customer.name if customer else "")} - {""}
    email = customer.email.strip().casefold() if customer else ""
    theirs, their_email = _letters(there.name), there.email.strip().casefold()
    if not (names or email) or not (theirs or their_email):
        return True
    if their_email and their_email == email:
        return True
    return any(_same(theirs, mine) for mine in names)


def find_agreement(told: str, name: str, email: str = "") -> bool | None:
    """Whether a name or address in a file is that customer's; None where a side tells neither."""
    theirs, address = _letters(told), told.strip().casefold()
    if not theirs or not (_letters(name) or email):
        return None
    return _same(theirs, _letters(name)) or ("@" in address and address == email.strip().casefold())


def _same(one: str, other: str) -> bool:
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= 4 and long.startswith(short))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
