"""How long it takes to record many payments, beside the least that it could take.

    python -m tests.bench.posting --payments 1000 --latency-ms 150

The sandbox runs as a process of its own, with its latency and its limits; the posting core, the
adaptor, the company file (with real syncs to disk) and the count of sends are the real ones. The
least time is the longest of three: the sends at the service's limit, the reads at its limit, and
two round trips for each payment. Then the company file is taken back to what it was before, with
one send under way, and the same run finds what is there: that is recovery.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fbrecon.clock import SystemClock
from fbrecon.domain.documents import Invoice, Method
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.intents import Intent, NewIntent
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
from tests.fakes.freshbooks_bench import MemoryVault

POSTS_A_MINUTE, READS_A_MINUTE = 250, 600
ACCOUNT = "bench"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds by the wall and of this process, and requests by kind."""

    seconds: float
    own_seconds: float
    reads: int
    sends: int


@contextmanager
def _sandbox(invoices: int, latency_ms: int) -> Iterator[dict[str, Any]]:
    command = [sys.executable, "-m", "fbrecon", "sandbox", "--seed", "7"]
    command += ["--invoices", str(invoices), "--latency-ms", str(latency_ms)]
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


def _tell(progress: Progress) -> None:
    if progress.done % 100 == 0:
        print(f"  {progress.done} of {progress.total}", file=sys.stderr, flush=True)


def _states(intents: list[Intent]) -> str:
    found: dict[str, int] = {}
    for intent in intents:
        found[intent.state.value] = found.get(intent.state.value, 0) + 1
    return ", ".join(f"{count} {state}" for state, count in sorted(found.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long recording many payments takes.")
    parser.add_argument("--payments", type=int, default=60)
    parser.add_argument("--latency-ms", type=int, default=150)
    asked = parser.parse_args()
    latency = asked.latency_ms / 1000
    with (
        _sandbox(14 * asked.payments + 200, asked.latency_ms) as said,
        tempfile.TemporaryDirectory() as folder,
    ):
        books = _open_books(said)
        path = Path(folder) / "company.db"
        stores, counts = CompanyStores(path, SystemClock()), SendCountFile(Path(folder))
        _propose(books, stores, _collectable(books, asked.payments))
        earlier = Path(folder) / "earlier.db"
        stores.outbox.begin_send(stores.outbox.list_intents()[-1])  # cut off by what comes below
        stores.file.back_up(earlier)
        stores.close()
        fresh = CompanyStores(Path(folder) / "fresh.db", SystemClock())
        _propose(books, fresh, _collectable(books, asked.payments))
        done = _post(books, fresh, counts)
        fresh_states = _states(fresh.outbox.list_intents())
        fresh.close()
        restored = CompanyStores(earlier, SystemClock())
        again = _post(books, restored, SendCountFile(Path(folder)))
        restored_states = _states(restored.outbox.list_intents())
        restored.close()
        counts.close()
        books.close()
    least = {
        "sends at their limit": 60.0 * done.sends / POSTS_A_MINUTE,
        "reads at their limit": 60.0 * done.reads / READS_A_MINUTE,
        "two round trips each": 2 * latency * done.sends,
    }
    binding = max(least, key=lambda name: least[name])
    print(f"posting: {done.sends} payments in {done.seconds:.1f} s, {done.reads} reads")
    print(f"         {fresh_states}; {done.own_seconds:.1f} s of this process")
    for name, seconds in least.items():
        print(f"         {name}: {seconds:.1f} s{' (the least)' if name == binding else ''}")
    print(f"         ratio {done.seconds / least[binding]:.2f} (at most 1.20 is aimed at)")
    print(f"recovery: {asked.payments} open intents in {again.seconds:.1f} s, {again.reads} reads")
    print(f"         {restored_states}; {again.own_seconds:.1f} s of this process")


if __name__ == "__main__":
    main()
