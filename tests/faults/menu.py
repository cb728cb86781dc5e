"""What can go wrong with one request, and how often: drawn from a seed, scaled by how hostile."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum


class SendFault(StrEnum):
    """What becomes of one send. The words say what FreshBooks did with it."""

    FINE = "fine"
    NO_CONNECTION = "no connection"  # not a byte left
    RESET_BEFORE = "reset before it was taken"
    RESET_AFTER = "reset after it was taken"
    TIMEOUT_BEFORE = "timeout, never taken"
    TIMEOUT_AFTER = "timeout, taken"
    LATE = "timeout, taken minutes later"
    LATE_502 = "502 as HTML, taken minutes later"
    STATUS_BEFORE = "5xx, never taken"
    STATUS_AFTER = "5xx, taken"
    HTML_BEFORE = "502 as HTML, never taken"
    HTML_AFTER = "502 as HTML, taken"
    WAIT = "429 with Retry-After"
    REFUSED = "422 with a reviewed reason"
    ERRORS_INSIDE = "200 with errors inside, never taken"
    ERRORS_INSIDE_AFTER = "200 with errors inside, taken"
    CUT_SHORT = "JSON cut short, taken"
    ANOTHER_ANSWER = "the answer to another send, taken"
    SIGNED_OUT = "401: the token ran out"
    PORTAL = "a captive portal's page"
    DETOUR = "307"
    PROXY_DENIES = "a proxy's 403 as HTML"


SEND_WEIGHTS: dict[SendFault, float] = {
    SendFault.NO_CONNECTION: 3,
    SendFault.RESET_BEFORE: 5,
    SendFault.RESET_AFTER: 5,
    SendFault.TIMEOUT_BEFORE: 5,
    SendFault.TIMEOUT_AFTER: 5,
    SendFault.LATE: 9,
    SendFault.LATE_502: 4,
    SendFault.STATUS_BEFORE: 3,
    SendFault.STATUS_AFTER: 5,
    SendFault.HTML_BEFORE: 2,
    SendFault.HTML_AFTER: 3,
    SendFault.WAIT: 3,
    SendFault.REFUSED: 1,
    SendFault.ERRORS_INSIDE: 2,
    SendFault.ERRORS_INSIDE_AFTER: 3,
    SendFault.CUT_SHORT: 6,
    SendFault.ANOTHER_ANSWER: 2,
    SendFault.SIGNED_OUT: 2,
    SendFault.PORTAL: 1,
    SendFault.DETOUR: 1,
    SendFault.PROXY_DENIES: 1,
}


class ReadFault(StrEnum):
    """What becomes of one read."""

    FINE = "fine"
    RESET = "reset"
    TIMEOUT = "timeout"
    STATUS = "5xx"
    HTML = "502 as HTML"
    WAIT = "429"
    CUT_SHORT = "JSON cut short"
    PORTAL = "a captive portal's page"
    SIGNED_OUT = "401: the token ran out"
    ROW_TWICE = "a row twice"
    COUNTS_MORE = "counts a row that it does not show"
    ROW_ODD = "a row that cannot be read"


READ_WEIGHTS: dict[ReadFault, float] = {
    ReadFault.RESET: 3,
    ReadFault.TIMEOUT: 2,
    ReadFault.STATUS: 3,
    ReadFault.HTML: 2,
    ReadFault.WAIT: 1,
    ReadFault.CUT_SHORT: 2,
    ReadFault.PORTAL: 1,
    ReadFault.SIGNED_OUT: 1,
    ReadFault.ROW_TWICE: 2,
    ReadFault.COUNTS_MORE: 1,
    ReadFault.ROW_ODD: 1,
}


@dataclass(frozen=True, slots=True)
class Hostility:
    """How often things go wrong, as shares of one."""

    sends: float = 0.55
    reads: float = 0.03
    people: float = 0.15
    busy: float = 0.0  # how often a person does two things at once: adds one row, removes another


CALM = Hostility(sends=0.0, reads=0.0, people=0.0)

_SENDS, _SEND_CUM = list(SEND_WEIGHTS), list(SEND_WEIGHTS.values())
_READS, _READ_CUM = list(READ_WEIGHTS), list(READ_WEIGHTS.values())


def draw_send(hostility: Hostility, chance: random.Random) -> SendFault:
    """What becomes of the next send."""
    if chance.random() >= hostility.sends:
        return SendFault.FINE
    return chance.choices(_SENDS, _SEND_CUM)[0]


def draw_read(hostility: Hostility, chance: random.Random) -> ReadFault:
    """What becomes of the next read."""
    if chance.random() >= hostility.reads:
        return ReadFault.FINE
    return chance.choices(_READS, _READ_CUM)[0]
