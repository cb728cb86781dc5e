"""Recording many payments, and finding them again after a crash, beside the least it could take.

The sandbox runs as a process of its own, with 150 ms of latency and its limits; the posting core,
the adaptor, the company file (with real syncs to disk) and the count of sends are the real ones.
The least time is the longest of three: the sends at the service's limit, the reads at its limit,
and two round trips for each payment. Then an older copy of the company file, with one send under
way, is brought up to date: that is recovery, beside its reads at their limit. Full size is 60
payments; 1,000 take about ten minutes: `make bench ARGS="--only posting --scale 16.67"`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fbrecon.clock import SystemClock
from fbrecon.domain.documents import Invoice, Method
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.intents import NewIntent
from fbrecon.domain.pages import BooksQuery
from fbrecon.domain.posting import IntentKey, PostingState, WriteKind
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.service import FreshBooksService
from fbrecon.sandbox.visitor import sign_in
from fbrecon.store.company import CompanyStores
from fbrecon.store.send_counts import SendCountFile
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.post import Poster
from fbrecon.sync.preflights import Preflights, in_threads
from fbrecon.sync.progress import CancelToken, Progress
from fbrecon.sync.send_watch import SendWatch
from fbrecon.sync.settling import SettleRules
from tests.bench.part import Figure, Part
from tests.fakes.freshbooks_bench import MemoryVault

POSTS_A_MINUTE, READS_A_MINUTE = 250, 600
LATENCY_MS = 150
FULL_SIZE = 60
ACCOUNT = "bench"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the wall and of this process, and requests by kind."""

    seconds: float
    own_seconds: float
    reads: int
    sends: int


@contextmanager
def _sandbox(invoices: int) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "fbrecon", "sandbox", "--seed", "7"]
    command += ["--invoices", str(invoices), "--latency-ms", str(LATENCY_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


def _open_books(said: dict[str, Any]) -> FreshBooksBooks:
    app = said["freshbooks"]
    service = FreshBooksService(
        Endpoints(said["freshbooks_api"], said["freshbooks_auth"]),
        RegisteredApp(app["client_id"], app["client_secret"], app["redirect_uri"]),
        MemoryVault(),
        SystemClock(),
    )
    attempt = service.begin_sign_in()
    identity = service.finish(
        attempt, sign_in(attempt.authorize_url, app["email"], app["password"])
    )
    return service.identity_books(identity.usable[0], identity.id)


def _collectable(books: FreshBooksBooks, count: int) -> list[Invoice]:
    pages = books.iter_invoices(BooksQuery(), CancelToken())
    found = [invoice for page in pages for invoice in page.records if invoice.is_collectable]
    if len(found) < count:
        raise SystemExit(f"the sandbox has only {len(found)} open invoices")
    return found[:count]


def _propose(books: FreshBooksBooks, stores: CompanyStores, invoices: list[Invoice]) -> None:
    today = datetime.now(UTC).date()
    with stores.write():
        for number, invoice in enumerate(invoices):
            key = IntentKey(ACCOUNT, WriteKind.PAYMENT, f"bench:{number}", str(invoice.id))
            note = f"Bench {number} · {key.marker}"
            amount = invoice.outstanding
            draft = PaymentDraft(invoice.id, amount, today, Method.CARD, note)
            body = books.render_payment(draft)
            subject = f"Payment of {amount} on invoice {invoice.number}"
            stores.outbox.add(
                NewIntent(
                    key, subject, str(invoice.id), body, PostingState.APPROVED, "", amount, today
                )
            )


def _post(books: FreshBooksBooks, stores: CompanyStores, counts: SendCountFile) -> Measured:
    clock, rules = SystemClock(), SettleRules(900.0)
    reads = Preflights(books, clock, in_threads)
    watch = SendWatch(stores, counts, ACCOUNT, rules)
    writers = writers_for(books, None, stores, reads)
    poster = Poster(stores.outbox, writers, clock, rules, watch=watch, ahead=reads)
    before = books.requests_made
    began, own = time.monotonic(), time.process_time()
    poster.recover()
    poster.run((WriteKind.PAYMENT,), CancelToken(), _tell)
    taken, used = time.monotonic() - began, time.process_time() - own
    sends = sum(intent.attempts > 0 for intent in poster.list_moved())
    return Measured(taken, used, books.requests_made - before - sends, sends)


def _measure(scale: float) -> list[Figure]:
    count = max(3, round(FULL_SIZE * scale))
    with _sandbox(14 * count + 200) as said, tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name), SystemClock()
        books, counts = _open_books(said), SendCountFile(folder)
        invoices = _collectable(books, count)
        stores = CompanyStores(folder / "company.db", clock)
        _propose(books, stores, invoices)
        earlier = folder / "earlier.db"
        stores.file.back_up(earlier)
        posted = _post(books, stores, counts)
        _require_verified(stores)
        stores.close()
        older = CompanyStores(earlier, clock)
        older.outbox.begin_send(older.outbox.list_intents()[0])  # what a crash cut off
        recovered = _post(books, older, counts)
        _require_verified(older)
        older.close()
        counts.close()
        books.close()
    return [_posting(posted, count), _recovery(recovered, count)]


def _posting(run: Measured, count: int) -> Figure:
    least = {
        "the sends at their limit": 60.0 * count / POSTS_A_MINUTE,
        "the reads at their limit": 60.0 * run.reads / READS_A_MINUTE,
        "two round trips each": 2 * LATENCY_MS / 1000 * count,
    }
    reference = max(least, key=lambda name: least[name])
    name = f"{count} payments recorded with {run.reads} reads"
    return Figure(name, run.seconds, reference, least[reference], most_ratio=1.2)


def _recovery(run: Measured, count: int) -> Figure:
    """The seconds of this process are what recovery takes beside its reads."""
    name = f"{count} open intents after a crash, without {run.reads} reads"
    least = 60.0 * run.reads / READS_A_MINUTE
    return Figure(name, run.own_seconds, "its reads at their limit", least, most_seconds=10.0)


def _require_verified(stores: CompanyStores) -> None:
    states = Counter(intent.state for intent in stores.outbox.list_intents())
    # The sandbox's people have recorded a few equal payments by hand, which are asked about.
    asked = states.pop(PostingState.HELD, 0)
    if set(states) != {PostingState.VERIFIED} or asked > 0.02 * sum(states.values()):
        raise SystemExit(f"not all were recorded: {states}, {asked} held")


def _tell(progress: Progress) -> None:
    if progress.done and progress.done % 100 == 0:
        print(f"  {progress.done} of {progress.total}", file=sys.stderr, flush=True)


PARTS = (Part("posting", _measure),)
