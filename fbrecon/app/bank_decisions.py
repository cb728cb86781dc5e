"""What a person decides about a bank line: it shows that payout, it does not, or it is not ours.

A decision stays until a person decides otherwise; each stands in the activity log.
"""

from __future__ import annotations

from collections.abc import Iterable

from fbrecon.app import public_ids
from fbrecon.app.company import Company
from fbrecon.app.reconcile import BankView, look_at_bank
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.errors import NotFound, Refused, WrongUsage

_NOT_OURS = "not ours"


def is_bank_line(public_id: str) -> bool:
    """Whether that is the id of a bank line."""
    return public_ids.split(public_id)[0] == "line"


def approve_line(company: Company, public_id: str, with_id: str | None = None) -> None:
    """Confirm what is matched or suggested for a line, or choose its payout (`with_id`).

    A line that was called not ours is ours again, and so are all that its rule covers. Raises
    `NotFound`, `Refused`, `WrongUsage`.
    """
    with company.stores.write():
        view = look_at_bank(company)
        line = _line(view, public_id)
        if with_id is not None:
            _choose(company, view, line, with_id)
            return
        found = view.finding(line.id)
        if found is None:
            rule = view.not_ours[line.id]
            company.stores.bank.forget_not_ours(rule)
            why = f"A person said that lines with “{rule}” may be payouts after all."
            _tell(company, line, why, _NOT_OURS, "")
            return
        if found.by_person or found.state not in (MatchState.MATCHED, MatchState.SUGGESTED):
            told = "was confirmed before" if found.by_person else f"is {found.state.value}"
            raise Refused(
                "There is nothing to confirm",
                f"{public_id} {told}.",
                "Choose its payout yourself with --with out_…; “fbrecon list payouts” has the ids.",
            )
        pairs = [(line_id, name) for line_id in found.line_ids for name in found.expected_ids]
        company.stores.bank.confirm(pairs, company.clock.now())
        _tell(company, line, "A person confirmed it.", found.state.value, _names(pairs))


def dismiss_line(company: Company, public_id: str, *, always: bool = False) -> None:
    """The line does not show what it is matched with or what comes near, and is not asked again.

    With `always`, no line with its text is a payout. Raises `NotFound`, `Refused`.
    """
    with company.stores.write():
        view = look_at_bank(company)
        line = _line(view, public_id)
        if always:
            _exclude(company, view, line, public_id)
            return
        found = view.finding(line.id)
        names: tuple[str, ...] = ()
        if found is not None and found.state is not MatchState.UNMATCHED:
            names = found.expected_ids
            if found.state is MatchState.AMBIGUOUS:
                names = (*names, *found.alternatives)
        if found is None or not names:
            raise Refused(
                "There is nothing to dismiss",
                f"Nothing is suggested for {public_id}.",
                "To leave out all lines with this text, add --always.",
            )
        pairs = [(line.id, name) for name in names]
        company.stores.bank.reject(pairs, company.clock.now())
        _tell(company, line, f"A person said it is not {_names(pairs)}.", found.state.value, "")


def _choose(company: Company, view: BankView, line: Deposit, with_id: str) -> None:
    kind, name = public_ids.split(with_id)
    if kind != "out":
        raise WrongUsage(
            "That is no payout",
            f"A bank line shows a payout, and {with_id} is none.",
            "Copy an id from “fbrecon list payouts --json”.",
        )
    entry = view.expected.get(name)
    if entry is None:
        known = name in view.payouts
        raise NotFound(
            "That payout is not expected at the bank" if known else "That payout is not here",
            f"{with_id} is not on its way or paid, or its currency is not known."
            if known
            else f"Nothing here has the id {with_id}.",
            "Look at it with “fbrecon list payouts”.",
        )
    if entry.currency != line.amount.currency:
        raise Refused(
            "Those two are in different currencies",
            f"The line is {line.amount}, the payout is in {entry.currency}.",
            "Choose another payout.",
        )
    memory = company.stores.bank.memory()
    amounts: dict[str, int] = {x.id: x.amount.minor for x in view.deposits}
    others = [x for x, out in memory.confirmed if out == name and x != line.id]
    total = line.amount.minor + sum(amounts.get(other, 0) for other in others)
    if others and abs(total) > abs(entry.minor):
        raise Refused(
            "Another line was confirmed for that payout",
            f"Together with line_{others[0]} it would be more than {with_id} paid.",
            f"If the other is wrong, first dismiss it: fbrecon dismiss line_{others[0]}.",
        )
    found = view.finding(line.id)
    before = _NOT_OURS if found is None else found.state.value
    former = [(x, out) for x, out in memory.confirmed if x == line.id and out != name]
    company.stores.bank.reject(former, company.clock.now())
    company.stores.bank.confirm([(line.id, name)], company.clock.now())
    _tell(company, line, "A person chose its payout.", _names(former) or before, with_id)


def _exclude(company: Company, view: BankView, line: Deposit, public_id: str) -> None:
    rule = rule_of(line.description)
    if not rule:
        raise Refused(
            "That line has no text",
            f"{public_id} says nothing by which others like it could be told.",
            "Dismiss it without --always.",
        )
    covered = [x for x in view.deposits if rule_of(x.description) == rule]
    for other in covered:
        found = view.finding(other.id)
        if found is not None and found.state is MatchState.MATCHED:
            raise Refused(
                "Lines with that text are payouts",
                f"“{rule}” also stands in line_{other.id}, which is matched.",
                "If that match is wrong, dismiss it first; else leave out --always.",
            )
    company.stores.bank.keep_not_ours(rule, company.clock.now())
    count = "1 line" if len(covered) == 1 else f"{len(covered):,} lines"
    why = f"A person said that no line with “{rule}” is a payout; {count} so far."
    found = view.finding(line.id)
    _tell(company, line, why, "" if found is None else found.state.value, _NOT_OURS)


def _line(view: BankView, public_id: str) -> Deposit:
    _, rest = public_ids.split(public_id)
    for deposit in view.deposits:
        if deposit.id == rest:
            return deposit
    raise NotFound(
        "That bank line is not here",
        f"Nothing here has the id {public_id}.",
        "Copy it from “fbrecon list deposits”.",
    )


def _names(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(f"out_{name}" for _, name in pairs))


def _tell(company: Company, line: Deposit, why: str, before: str, after: str) -> None:
    subject = f"Bank line of {line.on.isoformat()}, {line.amount}"
    deed = Deed(DeedKind.MATCH, subject, why, f"line_{line.id}", before, after)
    company.stores.activity.append(deed)
