"""What a person decides about a bank line: it shows that payout, it does not, or it is not ours.

A decision stays until a person decides otherwise; each stands in the activity log. Every function
takes the view that the person decided on, None for how everything stands now, and answers with the
ids of the lines it was about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fbrecon.app import public_ids
from fbrecon.app.bank_sums import say_gap
from fbrecon.app.company import Company
from fbrecon.app.reconcile import BankView, look_at_bank
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.money import Money
from fbrecon.errors import NotFound, Refused, WrongUsage

NOT_OURS = "not ours"


def is_bank_line(public_id: str) -> bool:
    """Whether that is the id of a bank line."""
    return public_ids.split(public_id)[0] == "line"


def approve_line(company: Company, public_id: str, view: BankView | None = None) -> list[str]:
    """Confirm what is matched or suggested for a line; with it all lines that belong together.

    One that was called not ours may be a payout again, and so may all that its rule covers. Raises
    `NotFound`, `Refused`.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        line = find_line(view, public_id)
        found = view.finding(line.id)
        if found is None:
            rule = view.not_ours[line.id]
            why = "A person said that it may be a payout after all."
            if rule:
                company.stores.bank.forget_not_ours(rule)
                why = f"A person said that lines with “{rule}” may be payouts after all."
            else:
                company.stores.bank.take_in([line.id])
            tell_line(company, line, why, NOT_OURS, "")
            return [line.id]
        if found.by_person or found.state not in (MatchState.MATCHED, MatchState.SUGGESTED):
            told = f"{public_id} is {found.state.value}."
            if found.by_person:
                told = f"{public_id} was confirmed before."
            raise Refused(
                "There is nothing to confirm",
                told,
                "Choose its payout yourself with --with out_…; “fbrecon list payouts” has the ids.",
            )
        pairs = [(line_id, name) for line_id in found.line_ids for name in found.expected_ids]
        company.stores.bank.confirm(pairs, company.clock.now())
        tell_line(company, line, "A person confirmed it.", found.state.value, _names(pairs))
        return list(found.line_ids)


def match_line(
    company: Company, public_id: str, with_id: str, view: BankView | None = None
) -> list[str]:
    """A person chose the payout of one line; other lines may show a part of it, too.

    Raises `NotFound`, `Refused`, `WrongUsage`.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        line, name = find_line(view, public_id), _payout(view, with_id)
        others = [x for x, _ in sorted(company.stores.bank.confirmed_with([name]))]
        _keep(company, view, [line], [name], [x for x in others if x != line.id])
        return [line.id]


def match_lines(
    company: Company,
    line_ids: Sequence[str],
    payout_ids: Sequence[str],
    difference: Money | None = None,
    view: BankView | None = None,
) -> list[str]:
    """A person said that these lines together show these payouts: one of either, or one of both.

    `difference` is what the person saw that the bank shows more (less, if negative) and nothing
    explains; None for nothing. Raises `Refused` where it is another, `NotFound`, `WrongUsage`.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        lines = [find_line(view, public_id) for public_id in dict.fromkeys(line_ids)]
        names = [_payout(view, public_id) for public_id in dict.fromkeys(payout_ids)]
        if not lines or not names or min(len(lines), len(names)) > 1:
            raise WrongUsage(
                "That cannot be matched at once",
                "A line shows one payout or several, and a payout is in one line or several.",
                "Match them one after the other.",
            )
        ids = {line.id for line in lines}
        for line_id, name in sorted(company.stores.bank.confirmed_with(names)):
            if line_id not in ids:
                raise Refused(
                    "Another line was confirmed for that payout",
                    f"out_{name} was matched with line_{line_id}.",
                    f"If that is wrong, first take it back: fbrecon undo line_{line_id}.",
                )
        _same_currency(view, lines, names)
        gap = view.gap(ids, names)
        left = None if gap is None else gap.unexplained
        seen = difference.minor if difference is not None else 0
        if gap is None or left is None or left.minor != seen:
            raise Refused(
                "The sums do not agree",
                "It cannot be told by how much." if gap is None else say_gap(gap),
                "Leave out what does not belong to it."
                if left is None
                else "Leave out what does not belong to it. To match them all the same, say "
                f"--difference {left.to_decimal_string()}.",
            )
        _keep(company, view, lines, names, [])
        return [line.id for line in lines]


def _keep(
    company: Company,
    view: BankView,
    lines: Sequence[Deposit],
    names: Sequence[str],
    beside: Sequence[str],
) -> None:
    """Confirm lines and payouts, where other lines were confirmed for a payout beside them."""
    bank, now = company.stores.bank, company.clock.now()
    _same_currency(view, lines, names)
    if beside:
        total = sum(view.deposits[x].amount.minor for x in beside if x in view.deposits)
        total += sum(line.amount.minor for line in lines)
        if abs(total) > abs(sum(view.expected[name].minor for name in names)):
            raise Refused(
                "Another line was confirmed for that payout",
                f"Together with line_{beside[0]} it would be more than out_{names[0]} paid.",
                f"If the other is wrong, first dismiss it: fbrecon dismiss line_{beside[0]}.",
            )
    for line in lines:
        former = bank.confirmed_of([line.id])
        dropped = sorted((x, out) for x, out in former if out not in names)
        bank.reject(dropped, now)
        bank.take_in([line.id])
        bank.confirm([(line.id, name) for name in names], now)
        found = view.finding(line.id)
        before = _names(dropped) or (NOT_OURS if found is None else found.state.value)
        offered = () if found is None else found.expected_ids
        confirmed = set(offered) == set(names) and not dropped
        chose = "A person chose its payout." if len(names) == 1 else "A person chose its payouts."
        why = "A person confirmed it." if confirmed else chose
        tell_line(company, line, why, before, _names((line.id, name) for name in names))


def dismiss_line(company: Company, public_id: str, view: BankView | None = None) -> list[str]:
    """The line does not show what it is matched with or what comes near, and is not asked again.

    Where nothing comes near, it shows no payout at all. Raises `NotFound`, `Refused`.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        line = find_line(view, public_id)
        found = view.finding(line.id)
        if found is None:
            raise Refused(
                "There is nothing to dismiss",
                f"{public_id} was called not ours before.",
                f"To ask about it again: fbrecon undo {public_id}.",
            )
        names = found.expected_ids
        if found.state is MatchState.AMBIGUOUS:
            names = (*names, *found.alternatives)
        if found.state is MatchState.UNMATCHED or not names:
            return leave_out(company, public_id, view)
        pairs = [(line.id, name) for name in names]
        company.stores.bank.reject(pairs, company.clock.now())
        tell_line(company, line, f"A person said it is not {_names(pairs)}.", found.state.value, "")
        return list(found.line_ids)


def leave_out(company: Company, public_id: str, view: BankView | None = None) -> list[str]:
    """The line, whatever it was matched with, shows no payout. Raises `NotFound`, `Refused`."""
    with company.stores.write():
        view = view or look_at_bank(company)
        line = find_line(view, public_id)
        found = view.finding(line.id)
        if found is None:
            raise Refused(
                "That line is not ours already",
                f"A person said so of {public_id}, or of all lines with its text.",
                f"To ask about it again: fbrecon undo {public_id}.",
            )
        company.stores.bank.leave_out(line.id, company.clock.now())
        tell_line(company, line, "A person said it is no payout.", found.state.value, NOT_OURS)
        return list(found.line_ids)


def reopen_line(company: Company, public_id: str, view: BankView | None = None) -> list[str]:
    """Forget what a person said of this line, and of those confirmed together with it.

    Raises `NotFound`, and `Refused` where a person said nothing, or of its text only.
    """
    with company.stores.write():
        view = view or look_at_bank(company)
        line = find_line(view, public_id)
        bank = company.stores.bank
        names = {name for _, name in bank.confirmed_of([line.id])}
        ids = sorted({line.id, *(line_id for line_id, _ in bank.confirmed_with(names))})
        said = bank.said_of(ids)
        if not said:
            rule = view.not_ours.get(line.id, "")
            raise Refused(
                "There is nothing to take back",
                f"A person said of all lines with “{rule}” that they are no payouts."
                if rule
                else f"Nobody decided anything about {public_id}.",
                "“fbrecon list rules” has that rule; undo it there."
                if rule
                else "What was matched by itself is taken back with “fbrecon dismiss”.",
            )
        bank.put_back(ids, {})
        before = _names((line.id, name) for name in sorted(names)) or NOT_OURS
        for line_id in ids:
            if line_id in view.deposits:
                why = "A person took back what was said of it."
                tell_line(company, view.deposits[line_id], why, before, "open")
        return ids


def find_line(view: BankView, public_id: str) -> Deposit:
    """The bank line with that public id. Raises `NotFound`, `WrongUsage`."""
    kind, rest = public_ids.split(public_id)
    if kind == "line" and rest in view.deposits:
        return view.deposits[rest]
    raise NotFound(
        "That bank line is not here",
        f"Nothing here has the id {public_id}.",
        "Copy it from “fbrecon list deposits”.",
    )


def tell_line(company: Company, line: Deposit, why: str, before: str, after: str) -> None:
    """Write what was decided about a line into the activity log."""
    deed = Deed(DeedKind.MATCH, subject_of_line(line), why, f"line_{line.id}", before, after)
    company.stores.activity.append(deed)


def subject_of_line(line: Deposit) -> str:
    """What a line is called where it stands alone."""
    return f"Bank line of {line.on.isoformat()}, {line.amount}"


def _payout(view: BankView, with_id: str) -> str:
    kind, name = public_ids.split(with_id)
    if kind != "out":
        raise WrongUsage(
            "That is no payout",
            f"A bank line shows a payout, and {with_id} is none.",
            "Copy an id from “fbrecon list payouts --json”.",
        )
    if name not in view.expected:
        known = name in view.payouts
        raise NotFound(
            "That payout is not expected at the bank" if known else "That payout is not here",
            f"{with_id} is not on its way or paid, or its currency is not known."
            if known
            else f"Nothing here has the id {with_id}.",
            "Look at it with “fbrecon list payouts”.",
        )
    return name


def _same_currency(view: BankView, lines: Sequence[Deposit], names: Sequence[str]) -> None:
    currency = lines[0].amount.currency
    others = {line.amount.currency for line in lines} - {currency}
    others |= {view.expected[name].currency for name in names} - {currency}
    if others:
        raise Refused(
            "Those are in different currencies",
            f"The line is {lines[0].amount}, another of them is in {sorted(others)[0]}.",
            "Choose another payout.",
        )


def _names(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(f"out_{name}" for _, name in pairs))
