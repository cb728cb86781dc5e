"""How syncing goes: cursors, runs, rows set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from fbrecon.domain.pages import OddRow
from fbrecon.domain.runs import Cursor, Phase, Run
from fbrecon.store.composed import composed
from fbrecon.store.database import CompanyFile
from fbrecon.store.run_tables import CursorRow, OddRowRow, RunRow


class SyncJournal:
    """Reads and writes the cursors and runs of one company file."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    # ---- cursors

    def cursor(self, resource: str) -> Cursor:
        """Where the mirror of a resource stands; a fresh cursor if it never began."""
        row = self._file.find(_cursor_of(resource))
        if row is None:
            return Cursor(resource)
        return Cursor(
            row.resource,
            Phase(row.phase),
            row.next_page,
            row.boundary_on,
            row.began_on,
            row.mark_on,
            row.last_success_at,
            row.last_deep_at,
            row.complete_at,
            row.deleted_since,
            row.check_after,
        )

    def keep_cursor(self, cursor: Cursor) -> None:
        """Keep where the mirror of a resource stands."""
        self._file.put(
            CursorRow,
            resource=cursor.resource,
            phase=cursor.phase.value,
            next_page=cursor.next_page,
            boundary_on=cursor.boundary_on,
            began_on=cursor.began_on,
            mark_on=cursor.mark_on,
            last_success_at=cursor.last_success_at,
            last_deep_at=cursor.last_deep_at,
            complete_at=cursor.complete_at,
            deleted_since=cursor.deleted_since,
            check_after=cursor.check_after,
        )

    # ---- runs

    def begin_run(self, reason: str, at: datetime) -> int:
        """A new run; one that never ended is closed as failed first. Returns its number."""
        with self._file.write():
            self.fail_what_runs(at, "The program ended while this sync was under way.")
            return int(self._file.run(_insert_run(at, reason)))

    def fail_what_runs(self, at: datetime, sentence: str) -> None:
        """Close runs that never ended; only for whoever holds the lease, so that none runs."""
        self._file.run(_fail_what_runs(at, sentence))

    def end_run(self, number: int, outcome: str, at: datetime, sentence: str, report: str) -> None:
        """Keep how a run ended; `report` is JSON."""
        self._file.run(
            _change_run(number, outcome=outcome, finished_at=at, sentence=sentence, report=report)
        )

    def find_run(self, number: int | None = None) -> Run | None:
        """One run, the newest where no number is given."""
        query = RunRow.select().order_by(RunRow.id.desc())
        row = self._file.find(query if number is None else query.where(RunRow.id == number))
        return None if row is None else _run(row)

    def list_runs(self, limit: int) -> list[Run]:
        """The last runs, newest first."""
        query = RunRow.select().order_by(RunRow.id.desc()).limit(limit)
        return [_run(row) for row in self._file.rows(query)]

    # ---- rows set aside

    def set_aside(self, resource: str, rows: Sequence[OddRow], at: datetime) -> None:
        """Remember rows that could not be read; since when stays as first seen."""
        with self._file.write():
            for row in rows:
                self._file.run(
                    OddRowRow.insert(
                        resource=resource, id=row.id, problem=row.problem, since=at
                    ).on_conflict(
                        conflict_target=[OddRowRow.resource, OddRowRow.id],
                        update={OddRowRow.problem: row.problem},
                    )
                )

    def readable_again(self, resource: str, ids: Sequence[str]) -> None:
        """Forget that these rows were odd."""
        known = {row.id for row in self.list_odd(resource)}
        for row_id in known.intersection(ids):
            self._file.run(
                OddRowRow.delete().where(OddRowRow.resource == resource, OddRowRow.id == row_id)
            )

    def list_odd(self, resource: str | None = None) -> list[OddRow]:
        """All rows that are set aside."""
        rows = self._file.rows(_odd_rows(resource))
        return [OddRow(row.resource, row.id, row.problem) for row in rows]


@composed
def _cursor_of(resource: str) -> Any:
    return CursorRow.select().where(CursorRow.resource == resource)


@composed
def _fail_what_runs(at: datetime, sentence: str) -> Any:
    return RunRow.update(outcome="failed", finished_at=at, sentence=sentence).where(
        RunRow.outcome == "running"
    )


@composed
def _insert_run(at: datetime, reason: str) -> Any:
    return RunRow.insert(outcome="running", started_at=at, reason=reason, sentence="", report="")


@composed
def _change_run(number: int, /, **values: Any) -> Any:
    return RunRow.update(**values).where(RunRow.id == number)


@composed
def _odd_rows(resource: str | None) -> Any:
    query = OddRowRow.select().order_by(OddRowRow.resource, OddRowRow.id)
    return query if resource is None else query.where(OddRowRow.resource == resource)


def _run(row: RunRow) -> Run:
    return Run(
        row.id,
        row.outcome,
        row.started_at,
        row.finished_at,
        row.reason,
        row.sentence,
        row.report,
    )
