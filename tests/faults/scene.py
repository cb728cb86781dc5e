"""How a schedule begins: books, a platform with payments, and a company file that knows them.

Made once by the real engine without any faults, then copied for each schedule.
"""

from __future__ import annotations

import pickle
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fbrecon.domain.ids import InvoiceId, PlatformPaymentId
from fbrecon.domain.proposing import payment_key
from fbrecon.domain.rules import WritingRules
from fbrecon.sync.engine import SyncEngine, SyncRequest
from fbrecon.sync.progress import silent
from fbrecon.sync.settling import SettleRules
from tests.fakes.fake_platform import FakePlatform
from tests.fakes.send_counts import MemorySendCounts
from tests.faults.books_world import BEGAN, BooksWorld
from tests.faults.machine import BUSINESS, Machine, Patience
from tests.faults.wire import Wire, plugged_in

SHAPES = ((1, 2), (2, 2), (2, 3), (3, 3), (1, 1), (1, 4))  # invoices, payments
INVOICE_MINOR = 100_000
ROOM = Path("/dev/shm" if Path("/dev/shm").is_dir() else tempfile.gettempdir())


@dataclass(frozen=True, slots=True)
class Scene:
    """The beginning, as bytes."""

    world_platform_counts: bytes
    company_file: bytes
    blank_file: bytes
    rules: WritingRules

    def open(self, folder: Path) -> tuple[BooksWorld, FakePlatform, MemorySendCounts, Path]:
        """A copy of it in that folder."""
        world, platform, counts = pickle.loads(self.world_platform_counts)
        path = folder / "company.db"
        path.write_bytes(self.company_file)
        return world, platform, counts, path


@cache
def make_scene(shape: tuple[int, int], *, even: bool) -> Scene:
    """That many invoices with their copies and that many payments on them, none recorded yet.

    `even` payments are all over the same sum.
    """
    invoices, payments = shape
    world = BooksWorld()
    platform = FakePlatform(world.clock, page_size=20)
    rules = WritingRules(BUSINESS.account_id, platform.name, True, True, BEGAN.date(), "UTC")
    folder = Path(tempfile.mkdtemp(dir=ROOM))
    wire, counts = Wire(world, "scene"), MemorySendCounts()
    with plugged_in(wire, "scene"):
        path = folder / "company.db"
        machine = Machine(wire, platform, path, rules, counts)
        machine.stores.close()
        blank = path.read_bytes()
        machine.restart()
        ids = [world.add_invoice(INVOICE_MINOR) for _ in range(invoices)]
        _whole_sync(machine)
        for place in range(payments):
            pay(world, platform, ids[place % invoices], 2_000 if even else 1_000 + 100 * place)
        _whole_sync(machine, posts=False)
        machine.stores.file.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        machine.close()
    content = path.read_bytes()
    shutil.rmtree(folder)
    return Scene(pickle.dumps((world, platform, counts)), content, blank, rules)


def pay(world: BooksWorld, platform: FakePlatform, invoice: int, minor: int) -> PlatformPaymentId:
    """A customer pays a part of an invoice through the platform."""
    number = world.invoices[invoice].number
    copy = next(
        c.id
        for c in platform.invoices.values()
        if any(f"Invoice {number}" in d for d in c.descriptions)
    )
    return platform.pay(copy, amount=f"{minor // 100}.{minor % 100:02d}")


def sums_by_marker(
    platform: FakePlatform, world: BooksWorld, rules: WritingRules
) -> dict[str, int]:
    """What is to be recorded for each payment of the platform."""
    numbers = {invoice.number: invoice.id for invoice in world.invoices.values()}
    sums = {}
    for payment_id, copies in platform.invoices_of.items():
        (copy,) = copies
        text = " ".join(platform.invoices[copy].descriptions)
        (invoice,) = [id_ for number, id_ in numbers.items() if f"Invoice {number}" in text]
        key = payment_key(rules, PlatformPaymentId(payment_id), InvoiceId(invoice))
        sums[key.marker] = int(platform.payments[payment_id].sub_total * 100)
    return sums


def _whole_sync(machine: Machine, *, posts: bool = True) -> None:
    engine = SyncEngine(
        machine._services(), machine.stores, machine.rules, machine.clock,
        SettleRules(machine.settle_after), lambda _: 0,
        counts=machine.counts, session=machine._session,
    )  # fmt: skip
    if not posts:
        engine._poster.run = lambda *_: []  # type: ignore[method-assign]
    parts = SyncRequest() if posts else SyncRequest(frozenset({"payments"}))
    report = engine.run(parts, Patience(machine.wire.world.clock), silent)
    assert report.outcome == "ok", report
