"""The bank lines of one company as a table: held in memory, and true again after each decision.

Matching all lines anew takes a moment, with very many of them half a minute. So the last answer is
held. A decision changes at once what it was about, and what that touches is being compared until
`refresh` has matched everything again, which any thread may do while others read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any, Final

from fbrecon.app.bank_findings import close_decided, look_again
from fbrecon.app.company import Company
from fbrecon.app.reconcile import BankView, count, look_at_bank, row_of, settled
from fbrecon.app.views import DepositRow, Reconciliation, TableQuery
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.ids import DepositId
from fbrecon.domain.matching.findings import Finding, MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.matching.reasons import CONFIRMED
from fbrecon.uncollected import uncollected

COMPARING: Final = "comparing"
_AGAIN = "It is being compared with what is open."
_STATES = ("suggested", "ambiguous", COMPARING, "unmatched", "matched")


class BankBoard:
    """Safe for all threads. Keys are public ids of bank lines."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self._lock = threading.RLock()
        self._view: BankView | None = None
        self._pending: frozenset[str] = frozenset()
        self._decided: dict[str, int] = {}
        self._decisions = 0

    # ---- what stands how

    def refresh(self) -> Reconciliation:
        """Match everything now; what was decided meanwhile is not lost."""
        with self._lock:
            begun = self._decisions
        with uncollected():
            view = look_at_bank(self.company)
        look_again(self.company, view.payouts)
        with self._lock:
            self._view, self._pending = view, frozenset()
            late = [line_id for line_id, number in self._decided.items() if number > begun]
            self._decided = {line_id: self._decided[line_id] for line_id in late}
            if late:
                self._change(late)
            return count(self._view)

    def view(self) -> BankView | None:
        """How everything stands as far as it is known; None before it was first looked at."""
        with self._lock:
            return self._view

    def decided(self, line_ids: Collection[str], rules: Collection[str] = ()) -> None:
        """Something was decided about these lines, and lines with these texts."""
        close_decided(self.company, line_ids)
        with self._lock:
            if self._view is None:
                return
            ids = list(line_ids)
            if rules:
                lines = self._view.deposits.values()
                ids += [line.id for line in lines if rule_of(line.description) in rules]
            self._decisions += 1
            self._decided.update(dict.fromkeys(ids, self._decisions))
            self._change(ids)

    def _change(self, line_ids: Collection[str]) -> None:
        """Show what is said of these lines now; what else they touched is compared again."""
        view = self._view
        assert view is not None
        bank = self.company.stores.bank
        said, rules = bank.said_of(line_ids), bank.not_ours()
        names: dict[str, list[str]] = {}
        for (line_id, name), (verdict, _) in said.items():
            if verdict == "confirmed":
                names.setdefault(line_id, []).append(name)
        findings, not_ours = dict(view.matching.findings), dict(view.not_ours)
        pending = set(self._pending)
        touched: set[str] = set()
        for line_id in line_ids:
            before = findings.pop(line_id, None)
            not_ours.pop(line_id, None)
            pending.discard(line_id)
            if line_id not in view.deposits:
                continue
            if before is not None:
                touched |= set(before.expected_ids)
            payouts = tuple(sorted(filter(None, names.get(line_id, ()))))
            touched |= set(payouts)
            rule = rule_of(view.deposits[line_id].description)
            if payouts:
                findings[line_id] = _confirmed(line_id, payouts, names)
            elif line_id in names:
                not_ours[line_id] = ""
            elif rule in rules:
                not_ours[line_id] = rule
            else:
                findings[line_id] = _pending(line_id)
                pending.add(line_id)
        for line_id, found in findings.items():
            if found.by_person or touched.isdisjoint(found.expected_ids):
                continue
            if line_id not in line_ids:
                findings[line_id] = _pending(line_id)
                pending.add(line_id)
        self._pending = frozenset(pending)
        matching = replace(view.matching, findings=findings)
        self._view = replace(view, not_ours=not_ours, matching=matching)

    # ---- as a table

    def keys(self, query: TableQuery) -> list[str]:
        """Public ids of all lines that fit, in order; `status` is open, matched or not_ours.

        Sorted by open (what a person may decide first), date, amount, description or state.
        """
        with self._lock:
            view, pending = self._view, self._pending
        if view is None:
            ids = self.company.stores.files.list_deposit_ids()
            return [f"line_{line_id}" for line_id in ids] if not query.text else []
        text = query.text.strip().casefold()
        lines = [
            line
            for line in view.deposits.values()
            if query.status in ("", status_of(view, line.id))
            and (not text or text in _words(view, line))
        ]
        read = _SORTS.get(query.sort)
        if read is None:
            lines.sort(key=lambda line: _rank(view, pending, line.id), reverse=query.descending)
        else:
            lines.sort(key=lambda line: read(view, line), reverse=query.descending)
        return [f"line_{line.id}" for line in lines]

    def rows(self, keys: Collection[str]) -> list[DepositRow]:
        """The rows of these keys, in the same order; those that are gone are left out."""
        with self._lock:
            view, pending = self._view, self._pending
        ids = [DepositId(key.removeprefix("line_")) for key in keys]
        if view is None:
            known = {line.id: line for line in self.company.stores.files.find_deposits(ids)}
            return [_unseen(known[x]) for x in ids if x in known]
        rows = (row_of(view, view.deposits[x]) for x in ids if x in view.deposits)
        return [
            replace(row, state=COMPARING) if row.bank_line_id in pending else row for row in rows
        ]


def status_of(view: BankView, line_id: str) -> str:
    """How a person sorts it: open, matched or not_ours."""
    if line_id in view.not_ours:
        return "not_ours"
    found = view.finding(line_id)
    return "matched" if found is not None and found.state is MatchState.MATCHED else "open"


def _confirmed(
    line_id: str, payouts: tuple[str, ...], names: Mapping[str, Collection[str]]
) -> Finding:
    together = {x for x, shown in names.items() if set(shown) & set(payouts)}
    return settled(line_id, MatchState.MATCHED, payouts, tuple(sorted(together)), CONFIRMED)


def _pending(line_id: str) -> Finding:
    return Finding(line_id, MatchState.UNMATCHED, (), (line_id,), (), 0, 0.0, 0, _AGAIN)


def _unseen(line: Deposit) -> DepositRow:
    return DepositRow(
        f"line_{line.id}",
        line.id,
        line.on,
        line.amount,
        line.description,
        line.reference,
        line.account,
        COMPARING,
        (),
        (line.id,),
        0.0,
        _AGAIN,
        (),
    )


def _rank(view: BankView, pending: Collection[str], line_id: str) -> int:
    """What can be settled at once first; in the order of days within."""
    if line_id in view.not_ours:
        return len(_STATES)
    if line_id in pending:
        return _STATES.index(COMPARING)
    found = view.finding(line_id)
    return _STATES.index("unmatched" if found is None else found.state.value)


def _words(view: BankView, line: Deposit) -> str:
    """What a search looks through: the line's own words, its sum and day, what it shows."""
    found = view.finding(line.id)
    shown = "" if found is None else " ".join((*found.expected_ids, *found.alternatives))
    said = (line.description, line.reference, str(line.amount), line.on.isoformat(), shown)
    return " ".join(said).casefold()


_SORTS: dict[str, Callable[[BankView, Deposit], Any]] = {
    "date": lambda _view, line: line.on,
    "amount": lambda _view, line: (line.amount.currency, line.amount.minor),
    "description": lambda _view, line: line.description.casefold(),
}
