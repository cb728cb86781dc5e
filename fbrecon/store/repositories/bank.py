"""What a person decided about bank lines. Only a person's decision is ever written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from fbrecon.domain.matching.findings import Memory
from fbrecon.store.database import CompanyFile
from fbrecon.store.file_tables import BankPairRow, NotOursRow

_CONFIRMED, _REJECTED = "confirmed", "rejected"


class BankDecisions:
    """Reads and writes the decisions of one company file. Pairs are (line id, payout id)."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def memory(self) -> Memory:
        """All confirmed and rejected pairs."""
        query = BankPairRow.select(BankPairRow.line_id, BankPairRow.payout_id, BankPairRow.verdict)
        found: dict[str, set[tuple[str, str]]] = {_CONFIRMED: set(), _REJECTED: set()}
        for line_id, payout_id, verdict in self._file.tuples(query):
            found[verdict].add((line_id, payout_id))
        return Memory(frozenset(found[_CONFIRMED]), frozenset(found[_REJECTED]))

    def confirm(self, pairs: Iterable[tuple[str, str]], at: datetime) -> None:
        """These lines show these payouts, whatever was said of the pairs before."""
        self._keep(pairs, _CONFIRMED, at)

    def reject(self, pairs: Iterable[tuple[str, str]], at: datetime) -> None:
        """These lines do not show these payouts, whatever was said of the pairs before."""
        self._keep(pairs, _REJECTED, at)

    def _keep(self, pairs: Iterable[tuple[str, str]], verdict: str, at: datetime) -> None:
        with self._file.write():
            for line_id, payout_id in pairs:
                self._file.put(
                    BankPairRow, line_id=line_id, payout_id=payout_id, verdict=verdict, at=at
                )

    def not_ours(self) -> frozenset[str]:
        """The texts of which a person said that no such line is a payout."""
        return frozenset(row[0] for row in self._file.tuples(NotOursRow.select(NotOursRow.text)))

    def keep_not_ours(self, text: str, at: datetime) -> None:
        """No line with this text is a payout."""
        self._file.put(NotOursRow, text=text, at=at)

    def forget_not_ours(self, text: str) -> None:
        """Lines with this text may be payouts after all."""
        self._file.run(NotOursRow.delete().where(NotOursRow.text == text))
