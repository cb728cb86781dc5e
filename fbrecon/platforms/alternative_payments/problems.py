"""What a refusal of the platform means to a bookkeeper: reads that went wrong.

The platform's own words are passed on in `detail`, for the log; keys and tokens never are.
"""

from __future__ import annotations

import msgspec

from fbrecon.errors import (
    FbreconError,
    NotFound,
    RateLimited,
    Refused,
    SignInAgain,
    Unreachable,
    Unreadable,
)
from fbrecon.platforms.alternative_payments.transport import Answer
from fbrecon.platforms.alternative_payments.wire import WireError, decode

DEFAULT_RETRY_AFTER = 60.0
_LONGEST_DETAIL = 300


def find_wire_error(answer: Answer) -> WireError | None:
    """The platform's own error in the answer; None if the body is anything else."""
    try:
        return decode(answer.body, WireError)
    except msgspec.DecodeError:
        return None


def words_of(error: WireError) -> str:
    """The platform's code, message and field errors in one line, shortened."""
    parts = [f"{error.code} {error.message}".strip()]
    for name, texts in (error.validation_errors or {}).items():
        parts.append(f"{name}: {texts if isinstance(texts, str) else ', '.join(texts)}")
    line = " ".join("; ".join(parts).split())
    return line if len(line) <= _LONGEST_DETAIL else line[: _LONGEST_DETAIL - 1] + "…"


def key_not_accepted() -> SignInAgain:
    """The key, or what it may do, was turned down."""
    return SignInAgain(
        "The payments platform does not accept this key",
        "Alternative Payments turned down the client id and secret that were entered.",
        "Make a new key in its dashboard under Team Preferences, API Keys, and connect again.",
    )


def unreadable(what: str, path: str = "") -> Unreadable:
    """An answer that is not of the documented shape; `what` names the rows, `path` the place."""
    return Unreadable(
        "The payments platform answered in an unknown way",
        f"What came back for {what} is not what Alternative Payments documents.",
        "Try again later; if it stays so, the program may need a newer version.",
        path=path,
    )


def error_for(answer: Answer, what: str) -> FbreconError:
    """The error for an answer to a read that is not a success; `what` names the rows asked for."""
    stated = find_wire_error(answer)
    detail = words_of(stated) if stated else f"HTTP {answer.status}"
    code = str(stated.code) if stated else ""
    if (answer.is_html and answer.status < 500) or answer.status < 400:
        return another_answered()
    if answer.status == 401:
        return key_not_accepted()
    if answer.status == 403:
        return Refused(
            "This key may not do that",
            f"The key for Alternative Payments does not cover {what}.",
            "Make a key that covers customers, invoices, payments and payouts, and connect again.",
            status=403,
            code=code,
            detail=detail,
        )
    if answer.status == 404:
        return NotFound(
            "Not found on the payments platform",
            f"Alternative Payments has no such record among its {what}.",
            "It may have been removed there, or the key belongs to another environment.",
            status=404,
            code=code,
            detail=detail,
        )
    if answer.status == 429:
        wait = DEFAULT_RETRY_AFTER if answer.retry_after is None else answer.retry_after
        return RateLimited(
            "The payments platform asks us to wait",
            "Alternative Payments was asked too often in a short time.",
            "Nothing is lost; try again in a minute.",
            retry_after=wait,
        )
    if answer.status >= 500:
        return Unreachable(
            "The payments platform has a problem",
            f"Alternative Payments could not answer for {what} (its error {answer.status}).",
            "Nothing is lost; try again later.",
            detail=detail,
        )
    return Refused(
        "The payments platform refused",
        f"Alternative Payments did not accept the question for {what}.",
        "Try again; if it stays so, the program may need a newer version.",
        status=answer.status,
        code=code,
        detail=detail,
    )


def another_answered() -> Unreachable:
    """A web page or a redirect where the platform's data should be: a network in between."""
    return Unreachable(
        "Something else answered for the payments platform",
        "A web page came back instead of data, as from the sign-in page of a public network.",
        "Open a web site in a browser to see whether the network asks for a sign-in.",
    )
