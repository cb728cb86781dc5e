"""Which bank line shows which payout, as everything that is here now tells it.

Nothing of it is stored but what a person decided (`fbrecon/app/bank_decisions.py`): the matcher is
pure, so its answer is reckoned when somebody asks and cannot be out of date. The last ones are kept
in memory, and hold as long as nothing they were made of changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from fbrecon.app.company import Company
from fbrecon.app.payout_currencies import currencies_of
from fbrecon.app.views import DepositRow, Reconciliation
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.documents import Payout
from fbrecon.domain.ids import PayoutId
from fbrecon.domain.matching.deposits import entry_of_deposit, find_entry_of_payout, is_expected
from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.matching.findings import Finding, Matching, MatchState, Memory
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.matching.pairing import match_entries
from fbrecon.domain.money import Money, MoneyError

_NOT_OURS = "Not ours: a person said so of all lines that say “{rule}”."
_GONE = "Payout {name} is not expected at the bank now: {why}."


@dataclass(frozen=True, slots=True)
class BankView:
    """The bank lines, newest first, the payouts that should show there, and what shows what.

    A line that a person called not ours has its rule in `not_ours` and no finding. `not_compared`
    are payouts that should show there and whose currency is not known.
    """

    deposits: tuple[Deposit, ...]
    payouts: Mapping[str, Payout]
    expected: Mapping[str, Entry]
    not_compared: tuple[PayoutId, ...]
    not_ours: Mapping[str, str]
    matching: Matching

    def finding(self, line_id: str) -> Finding | None:
        """What was found for a line; None for one that is not ours."""
        return self.matching.findings.get(line_id)


def look_at_bank(company: Company) -> BankView:
    """Match all bank lines with all payouts, as they are here now."""
    stores = company.stores
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
    memory, rules = stores.bank.memory(), stores.bank.not_ours()
    confirmed = {line_id for line_id, _ in memory.confirmed}
    not_ours: dict[str, str] = {
        line.id: rule
        for line in deposits
        if line.id not in confirmed and (rule := rule_of(line.description)) in rules
    }
    lines = tuple(entry_of_deposit(line) for line in deposits if line.id not in not_ours)
    return BankView(
        tuple(deposits),
        {payout.id: payout for payout in payouts},
        expected,
        tuple(not_compared),
        not_ours,
        _match(lines, tuple(expected.values()), memory),
    )


@lru_cache(maxsize=2)
def _match(lines: tuple[Entry, ...], expected: tuple[Entry, ...], memory: Memory) -> Matching:
    return match_entries(lines, expected, memory)


def deposit_rows(company: Company) -> list[DepositRow]:
    """All bank lines, newest first, each with what it shows and why."""
    view = look_at_bank(company)
    return [_row(view, deposit) for deposit in view.deposits]


def reconcile(company: Company) -> Reconciliation:
    """How many bank lines stand how now."""
    view = look_at_bank(company)
    states = Counter(found.state for found in view.matching.findings.values())
    return Reconciliation(
        states[MatchState.MATCHED],
        states[MatchState.SUGGESTED],
        states[MatchState.AMBIGUOUS],
        states[MatchState.UNMATCHED] + len(view.not_ours),
        len(view.not_ours),
        len(view.matching.missing),
        tuple(f"out_{payout_id}" for payout_id in view.not_compared),
    )


def seen_at_bank(company: Company) -> dict[PayoutId, tuple[str, ...]]:
    """The own ids of the bank lines that each payout is matched with."""
    if not company.stores.files.has_deposits():
        return {}
    found: dict[PayoutId, list[str]] = {}
    for line_id, finding in look_at_bank(company).matching.findings.items():
        if finding.state is MatchState.MATCHED:
            for payout_id in finding.expected_ids:
                found.setdefault(PayoutId(payout_id), []).append(line_id)
    return {payout_id: tuple(sorted(lines)) for payout_id, lines in found.items()}


def _row(view: BankView, deposit: Deposit) -> DepositRow:
    found, rule = view.finding(deposit.id), view.not_ours.get(deposit.id, "")
    if found is None:
        found = Finding(
            deposit.id,
            MatchState.UNMATCHED,
            (),
            (deposit.id,),
            (),
            0,
            0.0,
            0,
            _NOT_OURS.format(rule=rule),
            by_person=True,
        )
    shown, others = found.expected_ids, found.alternatives
    if found.state is MatchState.AMBIGUOUS:
        shown, others = (), (*shown, *others)  # a first choice among several is no answer yet
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
    )


def _reason(view: BankView, found: Finding) -> str:
    """Why; of a confirmed pair also what does not fit, which a person may have had reasons for."""
    if not (found.by_person and found.expected_ids):
        return found.reason
    said = [found.reason]
    for name in found.expected_ids:
        if name not in view.expected:
            payout = view.payouts.get(name)
            why = "nothing tells of it" if payout is None else f"it is {payout.state.value}"
            if name in view.not_compared:
                why = "its currency is not known"
            said.append(_GONE.format(name=name, why=why.replace("_", " ")))
    if len(said) == 1:
        said.extend(_difference(view, found))
    return " ".join(said)


def _difference(view: BankView, found: Finding) -> list[str]:
    amounts: dict[str, int] = {line.id: line.amount.minor for line in view.deposits}
    payouts = [view.expected[name] for name in found.expected_ids]
    seen = sum(amounts.get(line_id, 0) for line_id in found.line_ids)
    minor = seen - sum(entry.minor for entry in payouts)
    if not minor:
        return []
    money = Money(abs(minor), payouts[0].currency)
    named = sum(part.minor for entry in payouts for part in entry.named)
    if minor == named:
        return [f"The bank shows {money} more, exactly the fees."]
    way = "more" if minor > 0 else "less"
    return [f"The bank shows {money} {way}, which nothing explains."]
