"""The sentences that say why, for a bookkeeper to judge by."""

from __future__ import annotations

from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.evidence import Evidence
from fbrecon.domain.matching.texts import TextKind
from fbrecon.domain.matching.weights import AmountKind
from fbrecon.domain.money import decimal_string

_TEXTS = {
    TextKind.REFERENCE: "the text quotes its reference",
    TextKind.EQUAL: "the texts are the same",
    TextKind.CUT: "the texts are the same as far as they go",
    TextKind.WORDS: "the texts begin alike and differ in common words only",
    TextKind.NAMES: "the texts differ in a name",
    TextKind.SHARES: "the texts share a word",
    TextKind.NOTHING: "the texts have nothing in common",
}
NOTHING_FITS = "Nothing that was expected fits."
CONFIRMED = "A person confirmed it."


def explain_pair(line: Entry, other: Entry, found: Evidence, others: int) -> str:
    """Sum, day, text, and how many others fit, of a line's first choice."""
    parts = [_say_sum(line, other, found), say_days(found.seen.days)]
    if found.seen.text is not TextKind.SILENT:
        parts.append(_TEXTS[found.seen.text])
    return f"{', '.join(parts)}. {say_others(others)}"


def explain_twins(lines: int, movements: int) -> str:
    """Equal lines and equal movements: which is which cannot be told."""
    of_lines = "1 equal line" if lines == 1 else f"{lines} equal lines"
    of_sums = "1 equal sum" if movements == 1 else f"{movements} equal sums"
    return (
        f"{of_lines} and {of_sums} that nothing tells apart: which belongs to which is open, the "
        "total is the same."
    )


def explain_group(
    kind: str, count: int, movements: str, days: int, readings: int, rivals: int, total: Entry
) -> str:
    """Several movements in one line, or several lines for one movement."""
    what = {
        "quoted": f"{count} {movements} that go together by reference",
        "day": f"All {count} open {movements} of one day",
        "days": f"All {count} open {movements} of days on end",
        "some": f"{count} of the open {movements}",
    }[kind]
    sum_ = f"{decimal_string(total.minor, total.currency)} {total.currency}"
    if readings > 1:
        return f"{readings} different sets of {movements} make up {sum_}."
    others = "No other set does."
    if rivals:
        one = "It competes with 1 other set."
        others = one if rivals == 1 else f"It competes with {rivals} other sets."
    return f"{what} make up {sum_} to the cent, {say_days(days)}. {others}"


def say_days(days: int) -> str:
    """How long after it was expected a movement was seen."""
    if not days:
        return "on the day it was expected"
    if days > 0:
        one = "1 day after it was expected"
        return one if days == 1 else f"{days} days after it was expected"
    before = -days
    return (
        "1 day before it was expected" if before == 1 else f"{before} days before it was expected"
    )


def say_others(others: int) -> str:
    """How many other candidates fit."""
    if not others:
        return "No other fits."
    return "1 other fits too." if others == 1 else f"{others} others fit too."


def _say_sum(line: Entry, other: Entry, found: Evidence) -> str:
    if found.seen.amount == AmountKind.EXACT:
        return "Same sum"
    difference = line.minor - other.minor
    sum_ = f"{decimal_string(abs(difference), line.currency)} {line.currency}"
    way = f"{sum_} more" if difference > 0 else f"{sum_} less"
    if found.seen.amount == AmountKind.NAMED:
        return f"{way}, which is exactly its {found.label}"
    return f"{way}, which nothing explains"
