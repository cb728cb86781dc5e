"""Which bank line shows which payout, as everything that is here now tells it.

Nothing of it is stored but what a person decided (`fbrecon/app/bank_decisions.py`): the matcher is
pure, so its answer is reckoned when somebody asks. It is kept in memory as long as nothing that it
follows from changes, and so are the records that are matched, which no decision changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fbrecon.app.bank_sums import Gap, find_gap, say_gap
from fbrecon.app.company import Company
from fbrecon.app.payout_currencies import currencies_of
from fbrecon.app.views import DepositRow, Reconciliation
from fbrecon.domain.basis import Basis, Stamp
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import Payout
from fbrecon.domain.ids import PayoutId
from fbrecon.domain.matching.deposits import entry_of_deposit, find_entry_of_payout, is_expected
from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.findings import BankMatched, Finding, MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.matching.pairing import match_entries
from fbrecon.domain.money import MoneyError

_TRIES: Final = 3  # to have others match what is here, before it is done here
_NOT_OURS = "Not ours: a person said so of all lines that say “{rule}”."
_LEFT_OUT = "Not ours: a person said so of this line."
_GONE = "Payout {name} is not expected at the bank now: {why}."


@dataclass(frozen=True, slots=True)
class BankView:
    """The bank lines, newest first, the payouts that should show there, and what shows what.

    A line that a person called not ours has its rule in `not_ours` (one by itself "" there) and no
    finding. `not_compared` are payouts that should show there and whose currency is not known.
    `shown_by` are the lines whose finding names a payout, in whatever state.
    """

    deposits: Mapping[str, Deposit]
    payouts: Mapping[str, Payout]
    expected: Mapping[str, Entry]
    not_compared: tuple[PayoutId, ...]
    not_ours: Mapping[str, str]
    findings: Mapping[str, Finding]
    missing: tuple[str, ...]
    shown_by: Mapping[str, frozenset[str]]

    def finding(self, line_id: str) -> Finding | None:
        """What was found for a line; None for one that is not ours."""
        return self.findings.get(line_id)

    def gap(self, line_ids: Iterable[str], payout_ids: Iterable[str]) -> Gap | None:
        """How these lines and payouts agree in sum; None where that cannot be told.

        Lines and payouts that are not here, or not expected, cannot be compared.
        """
        lines = [self.deposits.get(line_id) for line_id in line_ids]
        payouts = [self.expected.get(name) for name in payout_ids]
        amounts = [line.amount for line in lines if line is not None]
        entries = [entry for entry in payouts if entry is not None]
        currencies = {money.currency for money in amounts} | {x.currency for x in entries}
        if len(amounts) < len(lines) or len(entries) < len(payouts) or len(currencies) != 1:
            return None
        return find_gap(amounts, entries, currencies.pop())


@dataclass(frozen=True, slots=True)
class BankRecords:
    """What is matched, in the form in which it is: bank lines and payouts that are expected.

    `rules` is the text of each line as a rule would have it; `stamp` tells whether they changed.
    """

    deposits: Mapping[str, Deposit]
    payouts: Mapping[str, Payout]
    expected: Mapping[str, Entry]
    not_compared: tuple[PayoutId, ...]
    lines: Mapping[str, Entry]
    rules: Mapping[str, str]
    stamp: Stamp | None


Match = Callable[[], BankMatched]


def look_at_bank(company: Company, match: Match | None = None) -> BankView:
    """All bank lines matched with all payouts, as they are here now.

    `match` has somebody else match them, in another process.
    """
    return company.bank_view.get((), lambda: _look(company, match))


def _look(company: Company, match: Match | None) -> BankView:
    records = company.bank_records.get((), lambda: _read(company))
    for _ in range(_TRIES if match is not None else 0):
        assert match is not None
        found = match()
        if found.stamp is not None and found.stamp == records.stamp:
            return _view(records, found)
        records = company.bank_records.get((), lambda: _read(company))  # they changed meanwhile
    return _view(records, _match(company, records))


def match_bank(company: Company) -> BankMatched:
    """What matching comes to, for who asks on behalf of another process."""
    return _match(company, _read(company))


def _match(company: Company, records: BankRecords) -> BankMatched:
    bank = company.stores.bank
    memory, rules = bank.memory(), bank.not_ours()
    not_ours: dict[str, str] = dict.fromkeys(bank.left_out(), "")
    if rules:
        confirmed = {line_id for line_id, _ in memory.confirmed}
        not_ours |= {
            line_id: rule
            for line_id, rule in records.rules.items()
            if rule in rules and line_id not in confirmed
        }
    lines = tuple(entry for line_id, entry in records.lines.items() if line_id not in not_ours)
    found = match_entries(lines, tuple(records.expected.values()), memory)
    return BankMatched(found.findings, found.missing, not_ours, records.stamp)


def _view(records: BankRecords, found: BankMatched) -> BankView:
    return BankView(
        records.deposits,
        records.payouts,
        records.expected,
        records.not_compared,
        found.not_ours,
        found.findings,
        found.missing,
        lines_of_payouts(found.findings.values()),
    )


def _read(company: Company) -> BankRecords:
    stores = company.stores
    stamp = stores.stamp(Basis.BANK)  # before reading: what changes meanwhile tells
    deposits = stores.files.list_deposits()
    payouts = stores.platform.list_payouts(from_files=True)
    currencies = currencies_of(company, payouts)
    references = stores.files.references("payout")
    expected: dict[str, Entry] = {}
    not_compared: list[PayoutId] = []
    for payout in payouts:
        if not is_expected(payout):
            continue
        try:
            entry = find_entry_of_payout(
                payout, currencies.get(payout.id, ""), reference=references.get(payout.id, "")
            )
        except MoneyError:
            entry = None
        if entry is None:
            not_compared.append(payout.id)
        else:
            expected[payout.id] = entry
    return BankRecords(
        {line.id: line for line in deposits},
        {payout.id: payout for payout in payouts},
        expected,
        tuple(not_compared),
        {line.id: entry_of_deposit(line) for line in deposits},
        {line.id: rule_of(line.description) for line in deposits},
        stamp,
    )


def lines_of_payouts(findings: Iterable[Finding]) -> dict[str, frozenset[str]]:
    """The lines whose finding names each payout."""
    found: dict[str, list[str]] = {}
    for finding in findings:
        for payout_id in finding.expected_ids:
            found.setdefault(payout_id, []).append(finding.line_id)
    return {payout_id: frozenset(lines) for payout_id, lines in found.items()}


def deposit_rows(company: Company) -> list[DepositRow]:
    """All bank lines, newest first, each with what it shows and why."""
    view = look_at_bank(company)
    return [row_of(view, deposit) for deposit in view.deposits.values()]


def reconcile(company: Company) -> Reconciliation:
    """How many bank lines stand how now."""
    return count(look_at_bank(company))


def count(view: BankView) -> Reconciliation:
    """How many bank lines stand how in a view."""
    states = Counter(found.state for found in view.findings.values())
    return Reconciliation(
        states[MatchState.MATCHED],
        states[MatchState.SUGGESTED],
        states[MatchState.AMBIGUOUS],
        states[MatchState.UNMATCHED] + len(view.not_ours),
        len(view.not_ours),
        len(view.missing),
        tuple(f"out_{payout_id}" for payout_id in view.not_compared),
    )


def seen_at_bank(company: Company) -> dict[PayoutId, tuple[str, ...]]:
    """The own ids of the bank lines that each payout is matched with."""
    if not company.stores.files.has_deposits():
        return {}
    return shown_in(look_at_bank(company))


def shown_in(view: BankView) -> dict[PayoutId, tuple[str, ...]]:
    """The same as it stands in a view."""
    findings = view.findings
    found = {
        PayoutId(payout_id): tuple(
            sorted(line for line in lines if findings[line].state is MatchState.MATCHED)
        )
        for payout_id, lines in view.shown_by.items()
    }
    return {payout_id: lines for payout_id, lines in found.items() if lines}


def row_of(view: BankView, deposit: Deposit) -> DepositRow:
    """One bank line as it stands in a view."""
    found, rule = view.finding(deposit.id), view.not_ours.get(deposit.id, "")
    left_out = found is None and not rule
    if found is None:
        reason = _LEFT_OUT if left_out else _NOT_OURS.format(rule=rule)
        found = settled(deposit.id, MatchState.UNMATCHED, (), (deposit.id,), reason)
    shown, others = found.expected_ids, found.alternatives
    if found.state is MatchState.AMBIGUOUS:
        shown, others = (), (*shown, *others)  # a first choice among several is no answer yet
    gap = view.gap(found.line_ids, found.expected_ids) if shown else None
    return DepositRow(
        f"line_{deposit.id}",
        deposit.id,
        deposit.on,
        deposit.amount,
        deposit.description,
        deposit.reference,
        deposit.account,
        found.state.value,
        tuple(f"out_{payout_id}" for payout_id in shown),
        found.line_ids,
        found.confidence,
        _reason(view, found),
        tuple(f"out_{payout_id}" for payout_id in others),
        found.by_person,
        rule,
        left_out,
        found.others,
        None if gap is None else gap.unexplained,
        () if gap is None else gap.named,
    )


def settled(
    line_id: str,
    state: MatchState,
    payouts: tuple[str, ...],
    lines: tuple[str, ...],
    reason: str,
) -> Finding:
    """What a person said of a line, as a finding."""
    sure = 1.0 if payouts else 0.0
    return Finding(line_id, state, payouts, lines, (), 0, sure, 0, reason, by_person=True)


def _reason(view: BankView, found: Finding) -> str:
    """Why; of a confirmed pair also what does not fit, which a person may have had reasons for."""
    if not (found.by_person and found.expected_ids):
        return found.reason
    said = [found.reason]
    said += [
        _GONE.format(name=name, why=why)
        for name in found.expected_ids
        if (why := why_gone(view.payouts.get(name), compared=name not in view.not_compared))
    ]
    if len(said) == 1:
        gap = view.gap(found.line_ids, found.expected_ids)
        said.append("" if gap is None else say_gap(gap))
    return " ".join(filter(None, said))


def why_gone(payout: Payout | None, *, compared: bool = True) -> str:
    """Why a payout is not expected at the bank; "" where it is."""
    if payout is None:
        return "nothing tells of it"
    if not compared:
        return "its currency is not known"
    return "" if is_expected(payout) else f"it is {payout.state.value.replace('_', ' ')}"
