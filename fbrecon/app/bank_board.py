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
from fbrecon.app.bank_order import COMPARING, LineOrder
from fbrecon.app.company import Company
from fbrecon.app.ports import SyncsElsewhere, nowhere_else
from fbrecon.app.reconcile import BankView, count, look_at_bank, row_of, settled, shown_in
from fbrecon.app.views import DepositRow, Reconciliation, TableQuery
from fbrecon.domain.basis import Basis, Stamp
from fbrecon.domain.deposits import Deposit
from fbrecon.domain.ids import DepositId, PayoutId
from fbrecon.domain.matching.findings import BankMatched, Finding, MatchState
from fbrecon.domain.matching.not_ours import rule_of
from fbrecon.domain.matching.reasons import CONFIRMED
from fbrecon.uncollected import uncollected

MANY_LINES: Final = 1000  # fewer are matched in less time than a process takes to start
_AGAIN = "It is being compared with what is open."


class BankBoard:
    """Safe for all threads. Keys are public ids of bank lines."""

    def __init__(
        self, company: Company, elsewhere: Callable[[], SyncsElsewhere | None] = nowhere_else
    ) -> None:
        """Very many lines are matched `elsewhere`, where somebody does that."""
        self.company = company
        self._elsewhere = elsewhere
        self._lock = threading.RLock()
        self._view: BankView | None = None
        self._order: LineOrder | None = None
        self._stamps: tuple[Stamp | None, Stamp | None] = (None, None)  # records, decisions
        self._pending: frozenset[str] = frozenset()
        self._decided: dict[str, int] = {}
        self._decisions = 0

    # ---- what stands how

    def refresh(self) -> Reconciliation:
        """Match everything now; what was decided meanwhile is not lost."""
        with uncollected():
            view = self._look()
        look_again(self.company, view.payouts)
        return count(view)

    def seen(self) -> dict[PayoutId, tuple[str, ...]]:
        """The bank lines that each payout is matched with, by their own ids.

        As it is held; matched anew only where records, or what others decided, changed since.
        """
        if not self.company.stores.files.has_deposits():
            return {}
        with self._lock:
            view = self._view if self._stamps == self._stamps_now() else None
        return shown_in(view or self._look())

    def _stamps_now(self) -> tuple[Stamp | None, Stamp | None]:
        stores = self.company.stores
        return stores.stamp(Basis.BANK), stores.stamp(Basis.BANK_SAID)

    def _look(self) -> BankView:
        with self._lock:
            begun, stamps = self._decisions, self._stamps_now()
        view = look_at_bank(self.company, self._find_other())
        order = LineOrder(view)
        with self._lock:
            self._view, self._pending, self._order = view, frozenset(), order
            self._stamps = stamps
            late = [line_id for line_id, number in self._decided.items() if number > begun]
            self._decided = {line_id: self._decided[line_id] for line_id in late}
            if late:
                self._change(late)
            return self._view

    def _find_other(self) -> Callable[[], BankMatched] | None:
        other, slug = self._elsewhere(), self.company.slug
        if other is None or self.company.stores.files.count_deposits() < MANY_LINES:
            return None
        return lambda: other.match_bank(slug)

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
            self._know_of_it()
            self._decided.update(dict.fromkeys(ids, self._decisions))
            self._change(ids)

    def _know_of_it(self) -> None:
        """What was just decided here makes nothing held out of date; what others decided does.

        A transaction counts a table once: more than one is not this decision alone.
        """
        records, said = self._stamps
        now = self.company.stores.stamp(Basis.BANK_SAID)
        if said is None or now is None:
            return
        if all(after - before < 2 for before, after in zip(said, now, strict=True)):
            self._stamps = records, now

    def _change(self, line_ids: Collection[str]) -> None:
        """Show what is said of these lines now; what else they touched is compared again.

        Looks at no other lines than these and those that show the same payouts.
        """
        view, order = self._view, self._order
        assert view is not None
        assert order is not None
        bank = self.company.stores.bank
        said, rules = bank.said_of(line_ids), bank.not_ours()
        names: dict[str, list[str]] = {}
        for (line_id, name), (verdict, _) in said.items():
            if verdict == "confirmed":
                names.setdefault(line_id, []).append(name)
        findings, not_ours = dict(view.findings), dict(view.not_ours)
        shown_by, pending = dict(view.shown_by), set(self._pending)
        changed: dict[str, Finding | None] = {}  # the lines, with what was found for them before
        for line_id in line_ids:
            if line_id not in view.deposits:
                continue
            changed[line_id] = findings.pop(line_id, None)
            not_ours.pop(line_id, None)
            pending.discard(line_id)
            payouts = tuple(sorted(filter(None, names.get(line_id, ()))))
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
        touched = {name for found in changed.values() if found for name in found.expected_ids}
        touched |= {name for x in changed if x in findings for name in findings[x].expected_ids}
        for line_id in {x for name in touched for x in shown_by.get(name, ())} - changed.keys():
            found = findings[line_id]
            if not found.by_person:
                changed[line_id] = found
                findings[line_id] = _pending(line_id)
                pending.add(line_id)
        _name_anew(shown_by, changed, findings)
        self._pending = frozenset(pending)
        self._view = replace(view, not_ours=not_ours, findings=findings, shown_by=shown_by)
        order.change(self._view, self._pending, changed)

    # ---- as a table

    def keys(self, query: TableQuery) -> list[str]:
        """Public ids of all lines that fit, in order; `status` is open, matched or not_ours.

        Sorted by open (what a person may decide first), date, amount, description or state.
        """
        text = query.text.strip().casefold()
        read = _SORTS.get(query.sort)
        with self._lock:
            view, order = self._view, self._order
            if view is not None and order is not None and not text and read is None:
                return order.keys(query.status, descending=query.descending)
            ids = []
            if order is not None and read is None:
                ids = order.ids(query.status, descending=query.descending)
            elif order is not None:
                ids = order.by_day(query.status)
        if view is None:
            ids = self.company.stores.files.list_deposit_ids()
            return [f"line_{line_id}" for line_id in ids] if not query.text else []
        lines = [view.deposits[line_id] for line_id in ids]
        if text:
            lines = [line for line in lines if text in _words(view, line)]
        if read is not None:
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


def _name_anew(
    shown_by: dict[str, frozenset[str]],
    before: Mapping[str, Finding | None],
    now: Mapping[str, Finding],
) -> None:
    """Bring up to date which lines name which payouts, of those that changed."""
    for line_id, found in before.items():
        after = now.get(line_id)
        for name in () if found is None else found.expected_ids:
            shown_by[name] = shown_by[name] - {line_id}
        for name in () if after is None else after.expected_ids:
            shown_by[name] = shown_by.get(name, frozenset()) | {line_id}


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
