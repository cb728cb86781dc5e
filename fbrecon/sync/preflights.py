"""Reading what comes before a payment is sent, and after it, without keeping the sending waiting.

Before each send its invoice and all payments of that invoice are read. While one payment is being
sent, those of the next are read by a few threads; a reading that is too old when its turn comes, or
that our own write has overtaken, is made again. What was recorded is read back by the hundred.
Where the threads come from is the caller's choice: without any, the same readings are made at the
same points, one after the other, so that a simulation can replay them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from fbrecon.cancelling import cancellable
from fbrecon.clock import Clock, SystemClock
from fbrecon.domain.documents import BookPayment, Invoice
from fbrecon.domain.drafts import PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import WriteKind
from fbrecon.domain.waiting import TimeMark
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.until_over import UntilOver

FRESH_SECONDS = 30.0
WINDOW = 16
READERS = 4
READ_BACK_AT_ONCE = 100

T = TypeVar("T")
Readers = Callable[[int], Executor]


class Inline(Executor):
    """Does the work where it is asked for, before the asking returns."""

    def __init__(self, count: int = 1) -> None:
        """However many are asked for, one does it all."""
        del count

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """The result, or the error that a thread would have kept."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it is raised again where the result is taken
            done.set_exception(error)
        return done


def in_threads(count: int) -> Executor:
    """So many threads of their own for one batch."""
    return ThreadPoolExecutor(count, thread_name_prefix="reading ahead")


@dataclass(frozen=True, slots=True)
class Preflight:
    """An invoice and all of its payments, deleted ones too, read one after the other."""

    invoice: Invoice | None
    scan: PaymentScan


class Ahead(Protocol):
    """What the poster tells whoever reads ahead of it."""

    def expecting(self, intents: Sequence[Intent], cancel: CancelToken) -> Any:
        """While this context lasts, these are looked at in this order."""
        ...

    def touched(self, intent: Intent) -> None:
        """It was sent: what was read about its target before is out of date."""
        ...

    def wait_to_send(self, intent: Intent, cancel: CancelToken) -> None:
        """Wait until the service takes another write; raises `Cancelled`."""
        ...

    def read_back(self, intents: Sequence[Intent], cancel: CancelToken) -> None:
        """Read what these have recorded, for the confirmations that follow."""
        ...


class NothingAhead:
    """Nobody reads ahead."""

    @contextmanager
    def expecting(self, intents: Sequence[Intent], cancel: CancelToken) -> Iterator[None]:
        """Each look reads for itself."""
        del intents, cancel
        yield

    def touched(self, intent: Intent) -> None:
        """Nothing was read."""

    def wait_to_send(self, intent: Intent, cancel: CancelToken) -> None:
        """The adaptor keeps the pace."""

    def read_back(self, intents: Sequence[Intent], cancel: CancelToken) -> None:
        """Each confirmation reads for itself."""


class Preflights:
    """Reads for the payments of one set of books. Its threads ask the service and nothing else."""

    def __init__(
        self,
        books: Books,
        clock: Clock | None = None,
        readers: Readers = Inline,
        window: int = WINDOW,
    ) -> None:
        """`clock` tells how old a reading is, `readers` makes the threads for one batch."""
        self._books = books
        self._clock = clock or SystemClock()
        self._readers = readers
        self._window = window
        self._executor: Executor | None = None
        self._over = UntilOver(CancelToken())
        self._queue: deque[Intent] = deque()
        self._reading: dict[str, tuple[TimeMark, Future[Preflight]]] = {}
        self._payments: dict[str, BookPayment] = {}
        self._invoices: dict[InvoiceId, Invoice] = {}

    # ---- what the poster tells

    @contextmanager
    def expecting(self, intents: Sequence[Intent], cancel: CancelToken) -> Iterator[None]:
        """While this context lasts, these are looked at in this order."""
        payments = [intent for intent in intents if intent.kind is WriteKind.PAYMENT]
        if len(payments) < 2:  # there is nothing to run ahead of
            yield
            return
        self._executor, self._over = self._readers(READERS), UntilOver(cancel)
        self._queue = deque(_first_of_each_invoice(payments))
        try:
            self._fill()
            yield
        finally:
            self._over.end()  # who rests ahead of a send would rest on for minutes
            self._queue.clear()
            self._reading.clear()
            executor, self._executor = self._executor, None
            # What is still being read is of no use to anybody.
            executor.shutdown(wait=False, cancel_futures=True)

    def touched(self, intent: Intent) -> None:
        """It was sent: what was read about its invoice before is out of date."""
        self._reading.pop(intent.key.leg, None)

    def wait_to_send(self, intent: Intent, cancel: CancelToken) -> None:
        """Wait until FreshBooks takes another write; raises `Cancelled`."""
        if intent.kind in (WriteKind.PAYMENT, WriteKind.PAYMENT_REMOVAL):
            rest = self._books.seconds_to_rest()
            if rest > 0:
                cancel.wait(rest)

    def read_back(self, intents: Sequence[Intent], cancel: CancelToken) -> None:
        """Read what these have recorded, for the confirmations that follow."""
        recorded = [i for i in intents if i.kind is WriteKind.PAYMENT and i.remote_id]
        self._payments, self._invoices = {}, {}
        for start in range(0, len(recorded), READ_BACK_AT_ONCE):
            some = recorded[start : start + READ_BACK_AT_ONCE]
            if len(some) < 2:
                return
            ids = [intent.remote_id for intent in some if intent.remote_id]
            legs = list(dict.fromkeys(InvoiceId(int(intent.key.leg)) for intent in some))
            self._payments |= {str(p.id): p for p in self._books.find_payments(ids, cancel)}
            self._invoices |= {i.id: i for i in self._books.find_invoices(legs, cancel)}

    # ---- what the writer asks

    def take(self, intent: Intent, cancel: CancelToken) -> Preflight:
        """The invoice and its payments as they stand now, or stood half a minute ago at the most.

        What was sent before is looked at twice: there absence decides. Raises what reading raises.
        """
        leg = intent.key.leg
        begun, future = self._reading.pop(leg, (None, None))
        self._queue = deque(i for i in self._queue if i.key.leg != leg)
        self._fill()
        if begun is not None and future is not None and not intent.attempts:
            found = future.result()
            if self._is_fresh(begun):
                return found
            self._begin_again()
        return self._read(InvoiceId(int(leg)), cancel, twice=intent.attempts > 0)

    def find_payment(self, payment_id: str) -> BookPayment | None:
        """A payment that was read back together with others, else as it stands now."""
        return self._payments.pop(payment_id, None) or self._books.find_payment(payment_id)

    def find_invoice(self, invoice_id: InvoiceId) -> Invoice | None:
        """An invoice that was read back together with others, else as it stands now."""
        return self._invoices.pop(invoice_id, None) or self._books.find_invoice(invoice_id)

    # ---- reading

    def _fill(self) -> None:
        if self._executor is None:
            return
        while self._queue and len(self._reading) < self._window:
            self._begin(self._queue.popleft().key.leg)

    def _begin(self, leg: str) -> None:
        assert self._executor is not None
        future = self._executor.submit(self._read, InvoiceId(int(leg)), self._over)
        self._reading[leg] = (self._mark(), future)

    def _begin_again(self) -> None:
        """After a pause: what is too old is read anew by all threads, not one by one."""
        if self._executor is None:
            return
        for leg, (begun, future) in list(self._reading.items()):
            if not self._is_fresh(begun):
                future.cancel()
                self._begin(leg)

    def _read(
        self, invoice_id: InvoiceId, cancel: CancelToken, *, twice: bool = False
    ) -> Preflight:
        with cancellable(cancel):  # a thread knows nothing of the work that it helps
            invoice = self._books.find_invoice(invoice_id)
            if invoice is None:
                return Preflight(None, PaymentScan((), True))
            read = self._books.scan_payments if twice else self._books.read_payments
            return Preflight(invoice, read(invoice_id, cancel))

    def _mark(self) -> TimeMark:
        return TimeMark(self._clock.now(), monotonic=self._clock.monotonic())

    def _is_fresh(self, begun: TimeMark) -> bool:
        """By both clocks: one may stand still while the computer sleeps, the other be set."""
        now = self._mark()
        by_wall = timedelta(0) <= now.wall - begun.wall <= timedelta(seconds=FRESH_SECONDS)
        return by_wall and now.monotonic - begun.monotonic <= FRESH_SECONDS


def _first_of_each_invoice(intents: Iterable[Intent]) -> list[Intent]:
    """A second payment of an invoice is read once the first was sent."""
    first: dict[str, Intent] = {}
    for intent in intents:
        first.setdefault(intent.key.leg, intent)
    return [intent for intent in first.values() if not intent.attempts]
