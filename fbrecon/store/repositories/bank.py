"""What a person decided about bank lines. Only a person's decision is ever written here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from fbrecon.domain.bank_said import Pair, Said, SaidBefore
from fbrecon.domain.matching.findings import Memory
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.file_tables import BankPairRow, NotOursRow

_CONFIRMED, _REJECTED = "confirmed", "rejected"
_NOTHING = ""  # in place of a payout's id: a person confirmed that the line shows none at all


class BankDecisions:
    """Reads and writes the decisions of one company file. Pairs are (line id, payout id)."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file
        self._watched: SaidBefore | None = None

    @contextmanager
    def watched(self) -> Iterator[SaidBefore]:
        """In one transaction, notes of all lines and texts that are decided on what was before."""
        with self._file.write():  # nobody else writes meanwhile, so nothing of others is noted
            self._watched = found = SaidBefore()
            try:
                yield found
            finally:
                self._watched = None

    def _note(self, line_ids: Iterable[str], texts: Iterable[str] = ()) -> None:
        if self._watched is None:
            return
        new = [x for x in dict.fromkeys(line_ids) if x not in self._watched.lines]
        for line_id in new:
            self._watched.lines[line_id] = {}
        for pair, said in self.said_of(new).items():
            self._watched.lines[pair[0]][pair] = said
        for text in texts:
            if text not in self._watched.texts:
                self._watched.texts[text] = self.not_ours().get(text)

    def memory(self) -> Memory:
        """All confirmed and rejected pairs."""
        query = BankPairRow.select(BankPairRow.line_id, BankPairRow.payout_id, BankPairRow.verdict)
        query = query.where(BankPairRow.payout_id != _NOTHING)
        found: dict[str, set[Pair]] = {_CONFIRMED: set(), _REJECTED: set()}
        for line_id, payout_id, verdict in self._file.tuples(query):
            found[verdict].add((line_id, payout_id))
        return Memory(frozenset(found[_CONFIRMED]), frozenset(found[_REJECTED]))

    def confirmed_with(self, payout_ids: Collection[str]) -> frozenset[Pair]:
        """The confirmed pairs of these payouts."""
        found: set[Pair] = set()
        for part in chunks(sorted(payout_ids)):
            query = BankPairRow.select(BankPairRow.line_id, BankPairRow.payout_id).where(
                BankPairRow.payout_id.in_(part), BankPairRow.verdict == _CONFIRMED
            )
            found |= set(self._file.tuples(query))
        return frozenset(found)

    def confirmed_of(self, line_ids: Collection[str]) -> frozenset[Pair]:
        """The confirmed pairs of these lines."""
        return frozenset(
            pair
            for pair, (verdict, _) in self.said_of(line_ids).items()
            if verdict == _CONFIRMED and pair[1] != _NOTHING
        )

    def confirm(self, pairs: Iterable[Pair], at: datetime) -> None:
        """These lines show these payouts, whatever was said of the pairs before."""
        self._keep(pairs, _CONFIRMED, at)

    def reject(self, pairs: Iterable[Pair], at: datetime) -> None:
        """These lines do not show these payouts, whatever was said of the pairs before."""
        self._keep(pairs, _REJECTED, at)

    def leave_out(self, line_id: str, at: datetime) -> None:
        """The line shows no payout at all; what it was confirmed with is confirmed no more."""
        with self._file.write():
            self._note([line_id])
            self._file.run(
                BankPairRow.delete().where(
                    BankPairRow.line_id == line_id, BankPairRow.verdict == _CONFIRMED
                )
            )
            self._keep([(line_id, _NOTHING)], _CONFIRMED, at)

    def take_in(self, line_ids: Collection[str]) -> None:
        """These lines may show payouts after all."""
        with self._file.write():
            self._note(line_ids)
            for part in chunks(list(line_ids)):
                self._file.run(
                    BankPairRow.delete().where(
                        BankPairRow.line_id.in_(part), BankPairRow.payout_id == _NOTHING
                    )
                )

    def left_out(self) -> frozenset[str]:
        """The lines of which a person said, one by one, that they show no payout."""
        query = BankPairRow.select(BankPairRow.line_id).where(BankPairRow.payout_id == _NOTHING)
        return frozenset(row[0] for row in self._file.tuples(query))

    def _keep(self, pairs: Iterable[Pair], verdict: str, at: datetime) -> None:
        pairs = list(pairs)
        with self._file.write():
            self._note(line_id for line_id, _ in pairs)
            for line_id, payout_id in pairs:
                self._file.put(
                    BankPairRow, line_id=line_id, payout_id=payout_id, verdict=verdict, at=at
                )

    # ---- all that was said of some lines, to put it back

    def said_of(self, line_ids: Collection[str]) -> dict[Pair, Said]:
        """Every verdict on these lines."""
        found: dict[Pair, Said] = {}
        for part in chunks(list(line_ids)):
            for row in self._file.rows(BankPairRow.select().where(BankPairRow.line_id.in_(part))):
                found[row.line_id, row.payout_id] = (row.verdict, row.at)
        return found

    def put_back(self, line_ids: Collection[str], said: Mapping[Pair, Said]) -> None:
        """Of these lines exactly that was said."""
        with self._file.write():
            self._note(line_ids)
            for part in chunks(list(line_ids)):
                self._file.run(BankPairRow.delete().where(BankPairRow.line_id.in_(part)))
            for pair, (verdict, at) in said.items():
                self._keep([pair], verdict, at)

    # ---- texts

    def not_ours(self) -> dict[str, datetime]:
        """The texts of which a person said that no such line is a payout, and since when."""
        query = NotOursRow.select().order_by(NotOursRow.text)
        return {row.text: row.at for row in self._file.rows(query)}

    def keep_not_ours(self, text: str, at: datetime) -> None:
        """No line with this text is a payout."""
        with self._file.write():
            self._note([], [text])
            self._file.put(NotOursRow, text=text, at=at)

    def forget_not_ours(self, text: str) -> None:
        """Lines with this text may be payouts after all."""
        with self._file.write():
            self._note([], [text])
            self._file.run(NotOursRow.delete().where(NotOursRow.text == text))
