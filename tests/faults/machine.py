"""One computer that runs fbrecon in the made-up world: its clock, its disk, its company file.

The posting core, the engine, the adaptor and the company file are the real ones. Every place
where a program can end is an event; a plan names one of them, and there the program is over: it
writes nothing more, and what comes next is a start on the same file.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from fbrecon.domain.business import Business
from fbrecon.domain.posting import WriteKind
from fbrecon.domain.proposing import NotProposed
from fbrecon.domain.rules import WritingRules
from fbrecon.errors import FbreconError
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.tokens import Tokens
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.store.company import CompanyStores
from fbrecon.sync import engine
from fbrecon.sync.engine import Services, SyncEngine, SyncRequest
from fbrecon.sync.entry_stage import EntryPlan
from fbrecon.sync.fee_stage import FeePlan
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.send_watch import SendWatch
from fbrecon.sync.settling import Clocks, SettleRules
from tests.fakes.fake_platform import FakePlatform
from tests.fakes.send_counts import MemorySendCounts
from tests.faults.books_world import BEGAN, WorldClock
from tests.faults.wire import Wire

BUSINESS = Business("11", "acc11", "uuid-11", "Harbor Light", "owner", "UTC")
_ENDPOINTS = Endpoints("https://api.invalid", "https://auth.invalid")
SETTLE_AFTER = 900.0
_OPEN = (
    "SELECT 1 FROM intent WHERE kind IN ('payment', 'journal_entry', 'expense') "
    "AND state IN ('approved', 'sending', 'uncertain', 'posted', 'adopted')"
)

# An attempt that began and has not ended: another program may call it uncertain meanwhile.
_BEGUN = (
    "SELECT 1 FROM intent JOIN attempt USING (key) WHERE body_sha256 = ? AND phase = 'begin' "
    "AND number = attempts "
    "AND number NOT IN (SELECT number FROM attempt e WHERE e.key = intent.key AND phase = 'end')"
)


class Ended(BaseException):
    """The program is over at this point."""


class Clock:
    """The computer's own clocks: the wall may be wrong, the other begins anywhere."""

    def __init__(self, world: WorldClock) -> None:
        self._world = world
        self.wrong_by = 0.0
        self.booted_at = 0.0

    def now(self) -> datetime:
        return BEGAN + timedelta(seconds=self._world.seconds + self.wrong_by)

    def monotonic(self) -> float:
        return self._world.seconds - self.booted_at

    def sleep(self, seconds: float) -> None:
        """The computer sleeps, and its monotonic clock with it."""
        self._world.seconds += seconds
        self.booted_at += seconds


class Patience(CancelToken):
    """Its waits move the world's clock."""

    def __init__(self, world: WorldClock) -> None:
        super().__init__()
        self._world = world

    def wait(self, seconds: float) -> None:
        self._world.seconds += seconds


class Bearers:
    """The sign-in: always renewed where the service no longer takes it."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._token = wire.good_token

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        del seconds_needed
        far = datetime(2030, 1, 1, tzinfo=UTC)
        return Tokens(str(self._token), "refresh", 1, far, timedelta(hours=12))

    def renew(self, refused: Tokens) -> Tokens:
        del refused
        self._token = self._wire.good_token
        return self.current()


@dataclass
class Plan:
    """What happens to one run: it ends at the n-th event of a kind, or the disk fails some writes.

    `intrude_at` is the n-th event at which another run begins on the same file.
    """

    end_at: str = ""
    end_nth: int = 0
    bad_disk: str = ""
    bad_from: int = 0
    bad_for: int = 0
    intrude_at: int = 0


NOTHING = Plan()


class Machine:
    """Runs fbrecon over one company file."""

    starts = 0  # of the program, on all machines

    def __init__(
        self,
        wire: Wire,
        platform: FakePlatform,
        path: Path,
        rules: WritingRules,
        counts: MemorySendCounts,
        *,
        settle_after: float = SETTLE_AFTER,
        synchronous: str = "OFF",
        entries: EntryPlan | None = None,
        fees: FeePlan | None = None,
    ) -> None:
        # A program that ends leaves its written pages to the system; power is another matter.
        self._synchronous = synchronous
        self.counts = counts  # what this computer's home keeps beside the company file
        self.wire = wire
        self.platform = platform
        self.path = path
        self.rules = rules
        self.settle_after = settle_after
        self._entries = entries  # None: payouts are not entered
        self._fees = fees  # None: their fees are not recorded
        self.clock = Clock(wire.world.clock)
        self.ended = 0
        self.failed: list[FbreconError] = []
        self.not_proposed: dict[str, str] = {}
        self._plan = NOTHING
        self._seen = 0
        self._writes = 0
        self._depth = 0
        self._is_over = False
        self.intruder: Machine | None = None
        self.also_on_send: Callable[[bytes], None] = lambda _: None
        self.also_on_event: Callable[[str], None] = lambda _: None
        self.stores = self._open()

    # ---- running

    def sync(self, *, whole: bool, plan: Plan = NOTHING) -> None:
        """One run: a whole sync, or only what is to be posted. Ends as the plan says."""
        self._plan, self._seen, self._writes = plan, 0, 0
        wire = self.wire
        before = wire.event, wire.on_send
        wire.event, wire.on_send = self.event, self._is_durable
        try:
            if whole or self.stores.epoch.find_frozen() is not None:
                self._sync()
            else:
                self._post()
        except Ended:
            self.ended += 1
            self.restart()
        except FbreconError as error:
            self.failed.append(error)
        finally:
            wire.event, wire.on_send = before
            self._plan = NOTHING

    def _sync(self) -> None:
        run = SyncEngine(
            self._services(), self.stores, self.rules, self.clock,
            SettleRules(self.settle_after), self._attention, self._crash,
            counts=self.counts, session=self._session, entries=self._entries,
            fees=self._fees,
        )  # fmt: skip
        request = SyncRequest(frozenset({"payments"}), "test")
        run.run(request, Patience(self.wire.world.clock), silent)

    def _post(self) -> None:
        services, rules = self._services(), SettleRules(self.settle_after)
        watch = SendWatch(self.stores, self.counts, self.rules.account, rules)
        watch.look(Clocks(self.clock, self._session).mark())
        poster = engine.Poster(  # type: ignore[attr-defined]  # as the engine finds it
            self.stores.outbox,
            writers_for(services.books, services.platform, self.stores),
            self.clock,
            rules,
            self._crash,
            watch=watch,
            session=self._session,
        )
        poster.recover()
        poster.run((WriteKind.PAYMENT,), Patience(self.wire.world.clock), silent)

    def _services(self) -> Services:
        transport = FreshBooksTransport(_ENDPOINTS, "client", Bearers(self.wire), self.clock)
        return Services(FreshBooksBooks(transport, BUSINESS, "https://my.invalid"), self.platform)

    def _attention(self, not_proposed: list[NotProposed] | None) -> int:
        self.not_proposed = {str(n.payment_id): n.reason for n in not_proposed or ()}
        return len(self.not_proposed)

    def has_open(self) -> bool:
        """Whether something is still to be sent, settled or read back."""
        return bool(self.stores.file.sql(_OPEN))

    def list_markers(self) -> set[str]:
        """The markers of all payments that the file knows of."""
        return {str(row[0]) for row in self.stores.file.sql("SELECT marker FROM intent")}

    # ---- ending

    def _crash(self, name: str) -> None:
        self.event(f"point: {name}")

    def event(self, name: str) -> None:
        """A place where the program can end."""
        if self._is_over:
            raise Ended(name)
        self._seen += 1
        self.also_on_event(name)
        plan = self._plan
        if plan.intrude_at and self._seen == plan.intrude_at and self.intruder is not None:
            self.intruder.sync(whole=False)
        if plan.end_nth and name.startswith(plan.end_at):
            plan.end_nth -= 1
            if plan.end_nth == 0:
                self._is_over = True
                raise Ended(name)

    def restart(self) -> None:
        """The program begins again on whatever lies at its path."""
        self.stores.close()
        self._is_over = False
        self._depth = 0
        self.stores = self._open()

    def close(self) -> None:
        self.stores.close()

    def replace_file(self, content: bytes) -> None:
        """Another file lies where the company file was; the program begins again on it."""
        self.stores.close()
        for beside in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + beside).unlink(missing_ok=True)
        self.path.write_bytes(content)
        self.restart()

    def copy_file(self) -> bytes:
        """A backup, as the program makes it."""
        target = self.path.with_name("copy.db")
        self.stores.file.back_up(target)
        content = target.read_bytes()
        target.unlink()
        return content

    # ---- the disk

    def _open(self) -> CompanyStores:
        Machine.starts += 1
        self._session = f"start {Machine.starts}"
        stores = CompanyStores(self.path, self.clock)
        stores.file.sql(f"PRAGMA synchronous = {self._synchronous}")
        if self._synchronous == "OFF":
            stores.file.sql("PRAGMA wal_autocheckpoint = 0")
        original = stores.file.write

        @contextmanager
        def write() -> Iterator[None]:
            if self._depth:
                with original():
                    yield
                return
            self.event("commit: before")
            with original():
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1
                self._writes += 1
                self._spoil_write()
            self.event("commit: after")

        stores.file.write = write  # type: ignore[method-assign]
        return stores

    def _spoil_write(self) -> None:
        plan = self._plan
        if plan.bad_disk and plan.bad_from <= self._writes < plan.bad_from + plan.bad_for:
            if plan.bad_disk == "full":
                raise apsw.FullError("database or disk is full")
            if plan.bad_disk == "locked":
                raise apsw.BusyError("database is locked")
            raise apsw.IOError("disk I/O error")

    def _is_durable(self, body: bytes) -> None:
        """S3: whoever opens the file now finds the intent of what is being sent."""
        self.also_on_send(body)
        digest = hashlib.sha256(body).hexdigest()
        other = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            found = other.execute(_BEGUN, (digest,)).fetchall()
        finally:
            other.close()
        if len(found) != 1:
            raise NotDurable("S3: a payment left without a durable intent")


class NotDurable(BaseException):
    """A byte left before the intent was on disk."""


def draw_plan(chance: random.Random, *, share: float = 0.45, disk_share: float = 0.12) -> Plan:
    """What happens to one run, mostly nothing."""
    plan = Plan()
    roll = chance.random()
    if roll < share:
        plan.end_at, most = chance.choice(
            [("point", 12), ("commit", 40), ("wire", 40), ("wire: has sent", 3), ("wire: send", 3)]
        )
        plan.end_nth = chance.randint(1, most)
    elif roll < share + disk_share:
        plan.bad_disk = chance.choice(["full", "locked", "broken"])
        plan.bad_from, plan.bad_for = chance.randint(1, 14), chance.choice([1, 1, 2, 30])
    return plan
