"""Bringing in files: which mapping reads it, what goes in, and what does not with the reason.

A file adds and corrects; it never takes away. What the platform itself tells is not written over. A
dry run does everything and takes it back, so that it cannot promise what the import would not do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from fbrecon.app.bank_findings import look_again
from fbrecon.app.company import Company
from fbrecon.app.file_payouts import beside_other_files, make_up
from fbrecon.app.ports import FileReaders
from fbrecon.app.views import ImportResult
from fbrecon.domain.deposits import StatementLine, identify
from fbrecon.domain.documents import PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.imports import (
    CameBack,
    FactKind,
    FileNote,
    ImportedPayment,
    ImportedPayout,
    Origin,
    Read,
    RowProblem,
    state_after,
)
from fbrecon.domain.pages import Saved
from fbrecon.errors import AskAboutFile, BadFile, WrongUsage
from fbrecon.table_files.amounts import Mark
from fbrecon.table_files.days import DayOrder
from fbrecon.table_files.mapping import FIELDS, REQUIRED, Mapping, TableKind, normal
from fbrecon.table_files.text import check_size

Fact = TypeVar("Fact", ImportedPayment, ImportedPayout)


class ImportKind(StrEnum):
    """What a file brings."""

    PAYMENTS = "payments"
    PAYOUTS = "payouts"
    BANK = "bank"


TABLES = {
    ImportKind.PAYMENTS: (TableKind.PAYMENTS,),
    ImportKind.PAYOUTS: (TableKind.PAYOUT_LINES, TableKind.PAYOUTS),
    ImportKind.BANK: (TableKind.BANK,),
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person says about a file beside its name. Empty for whatever the file tells itself.

    `mapping` is a name; the rest changes it, and is kept under that name where there is one.
    """

    mapping: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    mark: Mark | None = None
    order: DayOrder | None = None
    dry_run: bool = False

    @property
    def changes_mapping(self) -> bool:
        """Whether a mapping is made or changed."""
        return bool(self.columns or self.values or self.words or self.mark or self.order)

    @property
    def fields(self) -> set[str]:
        """The fields that they name."""
        return {part[0] for part in (*self.columns, *self.values, *self.words)}


class Importer:
    """Brings files into one company file."""

    def __init__(self, company: Company, readers: FileReaders) -> None:
        self._company = company
        self._stores = company.stores
        self._readers = readers

    def bring_in(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Import a file, or say what importing it would do.

        Raises `BadFile` where it cannot be read as what it should be, `AskAboutFile` where it can
        be read in two ways, `WrongUsage` for a mapping that is not there.
        """
        data = read_file(path)
        mapping = self.choose(kind, data, wishes)
        with self._stores.rehearsing() if wishes.dry_run else self._stores.write():
            saved, problems = self._save(kind, data, mapping)
            if wishes.mapping and wishes.changes_mapping and mapping is not None:
                self._stores.files.keep_mapping(
                    mapping.kind.value, mapping.name, mapping.dump(), self._company.clock.now()
                )
            if kind is not ImportKind.BANK:
                make_up(self._company)
            if kind is ImportKind.PAYOUTS:
                look_again(self._company)
        skipped = sum(problem.skipped for problem in problems)
        return ImportResult(
            kind.value,
            "" if mapping is None else mapping.name,
            saved.new,
            saved.changed,
            saved.unchanged,
            skipped,
            len(problems) - skipped,
            problems,
            wishes.dry_run,
        )

    def read(
        self, kind: ImportKind, data: bytes, mapping: Mapping | None
    ) -> Read[StatementLine] | Read[ImportedPayment] | Read[ImportedPayout]:
        """What the file states, as it is understood. Raises what `bring_in` does."""
        if kind is ImportKind.BANK:
            return self._readers.read_statement(data, mapping, self._only_currency())
        assert mapping is not None
        if kind is ImportKind.PAYMENTS:
            return self._readers.read_payments(data, mapping)
        return self._readers.read_payouts(data, mapping)

    def _save(
        self, kind: ImportKind, data: bytes, mapping: Mapping | None
    ) -> tuple[Saved, tuple[RowProblem, ...]]:
        stores, zone = self._stores, self._company.business.timezone
        if kind is ImportKind.BANK:
            lines = self._readers.read_statement(data, mapping, self._only_currency())
            saved = stores.files.save_deposits(identify(line for _, line in lines.rows))
            return saved, lines.problems
        assert mapping is not None
        if kind is ImportKind.PAYMENTS:
            payments = self._with_what_came_back(self._readers.read_payments(data, mapping))

            def save_payments(new: Sequence[ImportedPayment]) -> None:
                stores.platform.save_payments([payment.as_payment(zone) for payment in new])

            return self._keep("payment", payments, save_payments)
        payouts = self._readers.read_payouts(data, mapping)
        self._keep_came_back(payouts.came_back, set())

        def save_payouts(new: Sequence[ImportedPayout]) -> None:
            stores.platform.save_payouts([payout.as_payout(zone) for payout in new])

        return self._keep("payout", beside_other_files(self._company, payouts), save_payouts)

    def _keep(
        self, kind: FactKind, read: Read[Fact], save: Callable[[Sequence[Fact]], None]
    ) -> tuple[Saved, tuple[RowProblem, ...]]:
        """Store what a file states of payments or payouts, except where the platform tells it."""
        files = self._stores.files
        origins = files.origins(kind, [fact.id for _, fact in read.rows])
        problems = list(read.problems)
        ours: dict[str, Fact] = {}
        repeated = 0
        for number, fact in read.rows:
            if origins.get(fact.id) is Origin.PLATFORM:
                problems.append(
                    RowProblem(number, f"{kind}_id", _TOLD.format(kind=kind), skipped=True)
                )
            elif fact.id in ours:
                repeated += 1
            else:
                ours[fact.id] = fact
        notes: list[FileNote] = [fact.note() for fact in ours.values()]
        changed = files.changed_notes(kind, notes)
        save([fact for fact in ours.values() if fact.id in changed])
        files.keep_notes(kind, [note for note in notes if note.id in changed])
        new = sum(id_ not in origins for id_ in changed)
        saved = Saved(new, len(changed) - new, len(ours) - len(changed) + repeated)
        return saved, tuple(sorted(problems, key=lambda problem: problem.row))

    def _with_what_came_back(self, read: Read[ImportedPayment]) -> Read[ImportedPayment]:
        """The payments as what was given back of them leaves them, in this file or in others."""
        ids = [payment.id for _, payment in read.rows]
        self._keep_came_back(read.came_back, set(ids))
        back = self._stores.files.came_back(ids)
        rows = tuple(
            (n, replace(p, state=state_after(p.state, p.gross, back.get(p.id, ()))))
            for n, p in read.rows
        )
        return replace(read, rows=rows)

    def _keep_came_back(self, parts: Sequence[CameBack], told_here: set[PlatformPaymentId]) -> None:
        """Remember it; payments of other files follow at once, those of the platform never."""
        files, platform = self._stores.files, self._stores.platform
        ids = sorted({part.payment_id for part in parts} - told_here)
        before = files.came_back(ids)
        files.keep_came_back(parts)
        now = files.came_back(ids)
        for payment_id in ids:
            known = platform.find_payment(payment_id)
            if known is None or not known.only_in_file:
                continue
            charged, collected = known.total, PlatformState.SUCCEEDED
            if known.state is not state_after(collected, charged, before.get(payment_id, ())):
                continue  # the file's own word says more
            state = state_after(collected, charged, now.get(payment_id, ()))
            if state is not known.state:
                platform.save_payments([replace(known, state=state)])
                files.rewritten("payment", [payment_id])

    # ---- which mapping

    def choose(self, kind: ImportKind, data: bytes, wishes: Wishes) -> Mapping | None:
        """The mapping that reads the file, changed as wished; None where the file needs none.

        Raises `AskAboutFile`, `WrongUsage`.
        """
        if kind is ImportKind.BANK and not self._readers.needs_mapping(data):
            return None
        candidates = self._candidates(kind, wishes)
        fitting = [m for m in candidates if self._readers.fits(data, m)]
        if len({_weight(m) for m in fitting}) > 1:
            # A table of a payout's lines has the columns of a table of payouts, too.
            most = max(map(_weight, fitting))
            fitting = [m for m in fitting if _weight(m) == most]
        if not fitting:
            # Reading with it says what is missing: our own columns, unless others were asked for.
            plain = next(filter(_is_plain, candidates), candidates[0])
            return self._with_words(candidates[0] if wishes.mapping else plain)
        if len(fitting) > 1:
            # Made for other columns, a mapping fits by those of ours that nobody renamed.
            fitting = [m for m in fitting if self._readers.fits_whole(data, m)] or fitting
        if len({m.name for m in fitting}) > 1:
            raise AskAboutFile(
                "The file can be read with several mappings",
                f"They are {', '.join(sorted({m.name for m in fitting}))}.",
                "Say which one with --mapping.",
            )
        return self._with_words(fitting[0])

    def _candidates(self, kind: ImportKind, wishes: Wishes) -> list[Mapping]:
        """Mappings for such a file as the wishes have it, in order; never empty."""
        known = self.list_mappings(kind)
        if wishes.mapping:
            named = [m for m in known if normal(m.name) == normal(wishes.mapping)]
            if not named and not wishes.changes_mapping:
                names = ", ".join(sorted({m.name for m in known}))
                raise WrongUsage(
                    "There is no such mapping",
                    f"“{wishes.mapping}” is not among {names}.",
                    "Choose one of them, or name the file's columns with --column.",
                )
            plain = [m for m in self._readers.built_in if m.kind in TABLES[kind] and _is_plain(m)]
            known = named or [replace(m, name=wishes.mapping) for m in plain]
        if not wishes.changes_mapping:
            return known
        if not wishes.mapping:
            known = [m for m in known if _is_plain(m)] if wishes.columns else known
        # A list of payouts has fields that a table of their lines has not, and the other way.
        known = [m for m in known if wishes.fields <= set(FIELDS[m.kind])] or known
        return [self._changed(m, wishes) for m in known]

    def list_mappings(self, kind: ImportKind) -> list[Mapping]:
        """Kept mappings, then those that come with the program and are not replaced by one."""
        kept = [
            Mapping.load(name, TableKind(table), content)
            for table, name, content in self._stores.files.mappings()
            if TableKind(table) in TABLES[kind]
        ]
        names = {(m.kind, normal(m.name)) for m in kept}
        built_in = [m for m in self._readers.built_in if m.kind in TABLES[kind]]
        return [*kept, *(m for m in built_in if (m.kind, normal(m.name)) not in names)]

    @staticmethod
    def _changed(mapping: Mapping, wishes: Wishes) -> Mapping:
        words: dict[str, dict[str, str]] = {}
        for field, word, ours in wishes.words:
            words.setdefault(field, {})[normal(word)] = ours
        return mapping.changed(
            columns=dict(wishes.columns),
            values=dict(wishes.values),
            words=words,
            mark=wishes.mark,
            order=wishes.order,
        )

    def _with_words(self, mapping: Mapping) -> Mapping:
        """With what a person answered about words of the platform."""
        answered = {normal(w): ours for w, ours in self._stores.decisions.words().items()}
        if mapping.kind is not TableKind.PAYMENTS or not answered:
            return mapping
        return mapping.changed(words={"status": {**answered, **mapping.words.get("status", {})}})

    def _only_currency(self) -> str:
        found = self._stores.files.book_currencies()
        return found.pop() if len(found) == 1 else ""


_TOLD = "The platform itself tells this {kind}; a file does not write over that."


def _weight(mapping: Mapping) -> int:
    return len(REQUIRED[mapping.kind])


def _is_plain(mapping: Mapping) -> bool:
    """Whether it is our own table, the one that others are made from."""
    return all(names == (field,) for field, names in mapping.columns.items())


def read_file(path: Path) -> bytes:
    """A file's bytes, within the bounds of what is read; raises `BadFile`."""
    try:
        if not path.is_file():
            raise BadFile(
                "The file is not there", f"“{path.name}” is no file.", "Check its name and folder."
            )
        check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise BadFile(
            "The file cannot be opened",
            f"“{path.name}”: {error.strerror or 'it does not answer'}.",
            "Check that you may read it.",
        ) from error
