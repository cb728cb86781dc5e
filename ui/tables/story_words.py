"""The words of a record's story: what both sides state, and what happened."""

from __future__ import annotations

from datetime import date

from fbrecon.domain.money import Money
from fbrecon.domain.stories import Compared, Happening, Link, Side

from .. import formats
from ..language import tr
from . import words

_DASH = "\u2013"


def side(where: Side) -> str:
    """Where something happened."""
    return {
        Side.FRESHBOOKS: tr("FreshBooks"),
        Side.PLATFORM: tr("Platform"),
        Side.BANK: tr("Bank"),
        Side.HERE: tr("fbrecon"),
    }[where]


def fact(what: str) -> str:
    """The name of a fact that both sides state."""
    return {
        "state": tr("State"),
        "outstanding": tr("Outstanding"),
        "total": tr("Total"),
        "paid": tr("Paid"),
        "due": tr("Due"),
        "name": tr("Name"),
        "email": tr("E-mail"),
        "amount": tr("Sum"),
        "date": tr("Date"),
        "method": tr("Method"),
        "charged": tr("Charged"),
        "customer_fees": tr("Fees on top"),
        "merchant_fees": tr("Fees kept back"),
        "net": tr("Net"),
        "gross": tr("Payments"),
        "fees": tr("Fees"),
        "entered": tr("Entered"),
        "marker": tr("Marker"),
        "id": tr("Id"),
    }.get(what, what)


def values(kind: str, row: Compared) -> tuple[str, str]:
    """What each side states, in words; a dash where one says nothing. `kind` is inv, cus, …"""
    told = []
    for cell, where in ((row.in_books, Side.FRESHBOOKS), (row.on_platform, Side.PLATFORM)):
        if cell is None:
            told.append(_DASH)
        elif isinstance(cell, Money):
            told.append(formats.money(cell))
        elif isinstance(cell, date):
            told.append(formats.day(cell))
        elif row.what == "state":
            told.append(_state(kind, where, cell))
        elif row.what == "method" and where is Side.PLATFORM:
            told.append(words.method(cell))
        else:
            told.append(cell)
    return told[0], told[1]


def _state(kind: str, where: Side, code: str) -> str:
    if kind == "inv":
        in_books = where is Side.FRESHBOOKS
        return words.invoice_status(code)[0] if in_books else _copy_state(code)
    if kind == "cus":
        there = where is Side.PLATFORM
        return tr("Listed") if there else words.visibility(code) or tr("In use")
    if kind == "pay":
        if where is Side.PLATFORM:
            return formats.sentence_case(words.platform_state(code))
        return words.visibility(code) or tr("Recorded")
    if where is Side.PLATFORM:
        return words.payout_state(code)[0]
    return formats.sentence_case(words.posting_state(code))


def _copy_state(code: str) -> str:
    return {
        "open": tr("Listed"),
        "paid": tr("Paid"),
        "archived": tr("Archived"),
    }.get(code, tr("Not understood"))


def happening(one: Happening) -> str:
    """What happened, in a phrase."""
    phrase = {
        ("invoice", "made"): tr("Invoice {about} over {sum} made"),
        ("invoice", "due"): tr("Due"),
        ("payment", "collected"): tr("{sum} collected for invoice {about}"),
        ("payment", "under_way"): tr("Payment of {sum} for invoice {about} under way"),
        ("payment", "failed"): tr("Payment of {sum} for invoice {about} failed"),
        ("payment", "cancelled"): tr("Payment of {sum} for invoice {about} cancelled"),
        ("payment", "unknown"): tr("Payment of {sum}, in a state that is not understood"),
        ("payment", "returned"): tr("The payment was returned"),
        ("payment", "disputed"): tr("The payment is disputed"),
        ("payment", "refunded"): tr("The payment was refunded"),
        ("payment", "refunded_part"): tr("The payment was refunded in part"),
        ("payment", "recorded"): tr("Payment of {sum} recorded, not by fbrecon"),
        ("payout", "made"): tr("Payout {about} of {sum} made"),
        ("payout", "pending"): tr("Payout of {sum} expected at the bank"),
        ("payout", "in_transit"): tr("Payout of {sum} expected at the bank"),
        ("payout", "paid"): tr("Payout of {sum} paid out to the bank"),
        ("payout", "failed"): tr("Payout of {sum} failed"),
        ("payout", "cancelled"): tr("Payout of {sum} cancelled"),
        ("bank_line", "seen"): tr("{sum} on the bank statement: {about}"),
        ("match", "decided"): tr("Said of this bank line"),
    }.get((one.kind, one.what))
    if phrase is None:
        name, state = words.log_kind(one.kind), words.log_state(one.what)[0]
        return f"{name}: {state} ({one.about})" if one.about else f"{name}: {state}"
    return phrase.format(sum=formats.money(one.amount), about=one.about or _DASH)


def when(one: Happening) -> str:
    """The day, and the moment where it is known."""
    if one.at is not None:
        return formats.moment(one.at)
    return tr("Day not told") if one.on is None else formats.day(one.on)


def link(one: Link) -> str:
    """The caption of a button that opens it."""
    if one.where is Side.PLATFORM:
        return tr("Open on the platform")
    return {
        "expense": tr("Open the expense in FreshBooks"),
    }.get(one.kind, tr("Open in FreshBooks"))
