"""The activity log in the company file: it grows in the transaction of what it tells, and no more.

Triggers refuse to change or remove an entry; the chain (`fbrecon/domain/activity.py`) shows what
was done behind the triggers' back.
"""

from __future__ import annotations

import secrets
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from fbrecon.clock import Clock
from fbrecon.domain.activity import (
    NO_LINK,
    PLATFORM_WRITES,
    Actor,
    Deed,
    DeedKind,
    Entry,
    Head,
    SealKey,
    Who,
    make_link,
)
from fbrecon.domain.overview import LogRow, TableQuery
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.undoing import find_way_back
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.fields import from_micros, to_micros
from fbrecon.store.repositories.table_keys import Filters, TextSearch, ordering

_COLUMNS = (
    "number, at, who, run, kind, subject, why, item, before, after, remote_id, link, seal, key_id"
)
_INSERT = f"INSERT INTO activity ({_COLUMNS}) VALUES ({', '.join('?' * 14)})"  # noqa: S608
_BATCH = 2_000
_WRITES = frozenset(kind.value for kind in WriteKind)
_SORTS = {
    "at": "number",
    "who": "who",
    "kind": "kind",
    "subject": "subject COLLATE NOCASE",
    "after": "after",
}
_SEARCH = TextSearch("", ("subject", "why", "item", "before", "after", "remote_id", "kind"))
# Steps on the way are of interest to who follows one write, not to who looks over a month.
_STEPS = (PostingState.PROPOSED, PostingState.APPROVED, PostingState.SENDING, PostingState.POSTED)
_PLATFORM = ", ".join(f"'{kind}'" for kind in sorted(PLATFORM_WRITES))
_BOOKS = ", ".join(f"'{kind}'" for kind in sorted(set(WriteKind) - PLATFORM_WRITES))
_ON_THE_WAY = ", ".join(f"'{state}'" for state in _STEPS)
_STATUSES = {
    "results": f"(who = 'person' OR after NOT IN ({_ON_THE_WAY}))",
    "person": "who = 'person'",
    "freshbooks": f"kind IN ({_BOOKS})",
    "platform": f"kind IN ({_PLATFORM})",
}

_STATES_THAT_DIFFER = """
SELECT i.row, i.subject, i.state,
    (SELECT a.after FROM activity AS a WHERE a.item = 'act_' || i.row
     ORDER BY a.number DESC LIMIT 1) AS told
FROM intent AS i WHERE told IS NULL OR told <> i.state LIMIT 1"""
_SETTINGS_THAT_DIFFER = """
SELECT s.name, s.value,
    (SELECT a.after FROM activity AS a WHERE a.item = s.name AND a.kind = 'setting'
     ORDER BY a.number DESC LIMIT 1) AS told
FROM setting AS s WHERE told IS NOT NULL AND told <> s.value LIMIT 1"""


def no_key() -> SealKey | None:
    """For a file whose vault is not at hand: its entries carry no seal."""
    return None


class ActivityLog:
    """Adds to and reads the log of one company file."""

    def __init__(
        self, file: CompanyFile, clock: Clock, seal_key: Callable[[], SealKey | None] = no_key
    ) -> None:
        self._file = file
        self._clock = clock
        self._seal_key = seal_key
        self._at_work = threading.local()

    # ---- who is at work

    @contextmanager
    def acting(self, actor: Actor) -> Iterator[None]:
        """What this thread does in the block was done by `actor`."""
        before = self.actor
        self._at_work.actor = actor
        try:
            yield
        finally:
            self._at_work.actor = before

    @property
    def actor(self) -> Actor:
        """Who is at work on this thread; the program itself where nobody said."""
        return getattr(self._at_work, "actor", Actor(Who.PROGRAM))

    # ---- adding

    def append(self, deed: Deed, at: datetime | None = None) -> None:
        """Add one entry, in the transaction that is under way or one of its own.

        `at` is the time that what it tells of bears itself; now where none is given.
        """
        with self._file.write():
            if self.find_head() is None:
                self.begin("It begins.")
            self.add(at or self._clock.now(), self.actor, deed)

    def begin(self, why: str) -> None:
        """Write the first entry. Chance makes it unlike the first entry of every other log."""
        deed = Deed(DeedKind.LOG, "Activity log", why, after=secrets.token_hex(16))
        self.add(self._clock.now(), Actor(Who.PROGRAM), deed)

    def add(self, at: datetime, actor: Actor, deed: Deed) -> None:
        """Add one entry for a given time."""
        with self._file.write():
            last = self._file.sql("SELECT number, link FROM activity ORDER BY number DESC LIMIT 1")
            number, link = (last[0][0] + 1, bytes(last[0][1])) if last else (1, NO_LINK)
            at = from_micros(to_micros(at))
            link = make_link(link, number, at, actor, deed)
            key = self._seal_key()
            seal = b"" if key is None else key.seal(link)
            # Plain SQL: with every posting come four or five of these, and peewee would take
            # longer to make the statement than the file to keep the row.
            self._file.sql(
                _INSERT,
                (
                    number,
                    to_micros(at),
                    actor.who.value,
                    actor.run,
                    deed.kind,
                    deed.subject,
                    deed.why,
                    deed.item,
                    deed.before,
                    deed.after,
                    deed.remote_id,
                    link,
                    seal,
                    "" if key is None else key.id,
                ),
            )

    # ---- reading

    def find_head(self) -> Head | None:
        """Where the log ends; None before it began."""
        rows = self._file.sql(
            "SELECT number, link, at FROM activity WHERE number IN "
            "((SELECT MIN(number) FROM activity), (SELECT MAX(number) FROM activity)) ORDER BY 1"
        )
        if not rows:
            return None
        number, link, at = rows[-1]
        return Head(bytes(rows[0][1]), number, bytes(link), from_micros(at))

    def find_entry(self, number: int) -> Entry | None:
        """The entry with that number."""
        rows = self._file.sql(f"SELECT {_COLUMNS} FROM activity WHERE number = ?", (number,))  # noqa: S608
        return _entry(rows[0]) if rows else None

    def iter_entries(self, after: int = 0) -> Iterator[Entry]:
        """All entries after that number, in order, read in batches."""
        while True:
            rows = self._file.sql(
                f"SELECT {_COLUMNS} FROM activity WHERE number > ? ORDER BY number LIMIT {_BATCH}",  # noqa: S608
                (after,),
            )
            yield from (_entry(row) for row in rows)
            if len(rows) < _BATCH:
                return
            after = rows[-1][0]

    def list_of_item(self, item: str) -> list[Entry]:
        """What was done to that item, oldest first."""
        rows = self._file.sql(
            f"SELECT {_COLUMNS} FROM activity WHERE item = ? ORDER BY number",  # noqa: S608
            (item,),
        )
        return [_entry(row) for row in rows]

    def list_sent_in_run(self, run: int) -> list[str]:
        """The writes that a sync run sent, in their order."""
        rows = self._file.sql(
            "SELECT item FROM activity WHERE run = ? AND after = 'sending' "
            "GROUP BY item ORDER BY MIN(number)",
            (run,),
        )
        return [str(item) for (item,) in rows]

    def last_actors(self) -> dict[str, Actor]:
        """Who did the last thing to each item."""
        rows = self._file.sql("SELECT item, who, run, MAX(number) FROM activity GROUP BY item")
        return {item: Actor(Who(who), run) for item, who, run, _ in rows}

    # ---- the table

    def keys(self, query: TableQuery) -> array[int]:
        """Numbers of the entries that fit, in order. `status` is results, person, freshbooks or
        platform; each word of `text` must be found somewhere.
        """
        filters = Filters(covered="number")
        if query.status:
            filters.add(_STATUSES[query.status])
        for word in query.text.split():
            filters.search(_SEARCH, "number", word, indexed=False)
        order = ordering(_SORTS, query, tie="number")
        return filters.keys(self._file, "number", "activity", order, query.limit)

    def rows(self, keys: Sequence[int]) -> list[LogRow]:
        """The rows of these numbers, in the same order; numbers that are not there are left out."""
        found: dict[int, LogRow] = {}
        for part in chunks(keys):
            marks = ", ".join("?" * len(part))
            for row in self._file.sql(
                f"SELECT {_COLUMNS} FROM activity WHERE number IN ({marks})",  # noqa: S608
                part,
            ):
                found[row[0]] = _log_row(_entry(row))
        return [found[key] for key in keys if key in found]

    def list_between(self, begin: datetime, end: datetime) -> list[LogRow]:
        """The entries of a time, its end left out, in their order."""
        rows = self._file.sql(
            f"SELECT {_COLUMNS} FROM activity WHERE at >= ? AND at < ? ORDER BY number",  # noqa: S608
            (to_micros(begin), to_micros(end)),
        )
        return [_log_row(_entry(row)) for row in rows]

    # ---- does it agree with what it tells of?

    def find_disagreement(self) -> str:
        """Where the log and the file tell different things, as a sentence; "" where nowhere.

        The last entry about each write must end with the state that the write has, and the last
        entry about a setting with its value.
        """
        for row, subject, state, told in self._file.sql(_STATES_THAT_DIFFER):
            what = f"says {told}" if told else "does not know it"
            return f"act_{row} ({subject}) is {state}, and the log {what}"
        for name, value, told in self._file.sql(_SETTINGS_THAT_DIFFER):
            return f"the setting {name} is {value}, and the log says {told}"
        return ""


def _entry(row: tuple[Any, ...]) -> Entry:
    number, at, who, run, kind, subject, why, item, before, after, remote, link, seal, key_id = row
    return Entry(
        number,
        from_micros(at),
        Actor(Who(who), run),
        Deed(kind, subject, why, item, before, after, remote),
        bytes(link),
        bytes(seal),
        key_id,
    )


def _log_row(entry: Entry) -> LogRow:
    deed = entry.deed
    return LogRow(
        id=f"log_{entry.number}",
        at=entry.at,
        who=entry.actor.who.value,
        run="" if entry.actor.run is None else f"run_{entry.actor.run}",
        kind=deed.kind,
        subject=deed.subject,
        item=deed.item,
        why=deed.why,
        before=deed.before,
        after=deed.after if deed.kind != DeedKind.LOG else "",
        remote_id=deed.remote_id,
        undo=find_way_back(WriteKind(deed.kind)).undo.value if deed.kind in _WRITES else "",
    )
