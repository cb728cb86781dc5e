"""The rules of posting, each taken away for a while, so that it is known what the schedules see.

Only what is passed in or looked up by name is exchanged; the product's own code stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from fbrecon.domain.drafts import PaymentScan
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.pages import Page
from fbrecon.domain.posting import OutcomeClass, PostingState, WriteKind, WriteOutcome
from fbrecon.freshbooks import api, scan
from fbrecon.freshbooks.transport import FreshBooksTransport
from fbrecon.sync import engine, settling
from fbrecon.sync.post import Poster
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.send_watch import SendWatch
from fbrecon.sync.settling import SettleRules
from fbrecon.sync.writers import Look, Sight, Writer

S = PostingState


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule that is missing.

    `known` are seeds that showed it. `needs` are the events in which alone it can show: seeds whose
    schedules have none of them need not be run.
    """

    name: str
    rule: str
    without: Callable[[], AbstractContextManager[object]]
    known: tuple[int, ...]
    needs: frozenset[str] = frozenset()


class _Around:
    """Passes everything on to what it stands before."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def _posting(
    *,
    outbox: Callable[[Any], Any] | None = None,
    writer: Callable[[Writer], Any] | None = None,
    settle_after: float | None = None,
    poster: type[Poster] = Poster,
) -> AbstractContextManager[object]:
    """While this lasts, runs use a posting core with other parts in it."""

    def make(
        store: Any,
        writers: Mapping[WriteKind, Any],
        clock: Any,
        settle: Any,
        *more: Any,
        **named: Any,
    ) -> Poster:
        if writer is not None:
            writers = {kind: writer(one) for kind, one in writers.items()}
        return poster(
            outbox(store) if outbox else store,
            writers,
            clock,
            settle if settle_after is None else SettleRules(settle_after),
            *more,
            **named,
        )

    return patch.object(engine, "Poster", make)


# ---- M1, M7, M8: what an answer means


class _SendsAgain(_Around):
    def send(self, intent: Intent) -> WriteOutcome:
        outcome: WriteOutcome = self._inner.send(intent)
        if outcome.kind is OutcomeClass.AMBIGUOUS and not outcome.http_status:
            outcome = self._inner.send(intent)
        return outcome


class _CallsServerErrorsFailures(_Around):
    def send(self, intent: Intent) -> WriteOutcome:
        outcome: WriteOutcome = self._inner.send(intent)
        unclear = outcome.kind is OutcomeClass.AMBIGUOUS
        if unclear and outcome.http_status >= 500:
            return replace(outcome, kind=OutcomeClass.NOT_APPLIED)
        return outcome


class _CallsBrokenAnswersFailures(_Around):
    def send(self, intent: Intent) -> WriteOutcome:
        outcome: WriteOutcome = self._inner.send(intent)
        if outcome.kind is OutcomeClass.AMBIGUOUS and 200 <= outcome.http_status < 300:
            return replace(outcome, kind=OutcomeClass.NOT_APPLIED)
        return outcome


# ---- M2, M3: what is durable when


class _KeepsTheIntentAfterwards(_Around):
    def begin_send(self, intent: Intent) -> Intent:
        self._began = intent
        return replace(intent, state=S.SENDING, attempts=intent.attempts + 1)

    def end_send(self, intent: Intent, *words: Any, **more: Any) -> Any:
        del intent
        return self._inner.end_send(self._inner.begin_send(self._began), *words, **more)


class _SendsAgainAfterAnEnd(Poster):
    def recover(self) -> int:
        sending = self._outbox.list_intents(states=[S.SENDING])
        for intent in sending:
            self._outbox.move(intent, S.APPROVED, "It was not finished.")
        return len(sending)


# ---- M6, M11, M12: what a reading is worth


def _first_page_only(
    fetch: Callable[[int], Page[Any]], cancel: Any, first: int = 1
) -> Iterator[Page[Any]]:
    del cancel, first
    page = fetch(1)
    yield replace(page, pages=1, total=len(page.records) + len(page.odd))


def _one_reading(*, trusts_any: bool) -> Callable[..., PaymentScan]:
    def read(
        transport: FreshBooksTransport, path: str, invoice_id: InvoiceId, cancel: Any
    ) -> PaymentScan:
        reading = scan._Reading()
        for deleted in (False, True):
            scan._read_list(transport, path, invoice_id, cancel, reading, deleted=deleted)
        return scan._scan(reading, invoice_id, complete=trusts_any or reading.whole)

    return read


# ---- M9: looking before sending


class _DoesNotLook(_Around):
    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        if intent.state is S.APPROVED:
            return Look(Sight.CLEAR, "Nobody looked.")
        look: Look = self._inner.look(intent, cancel)
        return look


class _DoesNotLookAt(_DoesNotLook):
    kind: WriteKind

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        if intent.kind is self.kind:
            return super().look(intent, cancel)
        look: Look = self._inner.look(intent, cancel)
        return look


class _DoesNotReadTheLedger(_DoesNotLookAt):
    kind = WriteKind.JOURNAL_ENTRY


class _DoesNotReadTheExpenses(_DoesNotLookAt):
    kind = WriteKind.EXPENSE


@contextmanager
def _readings_are(read: Callable[..., PaymentScan]) -> Iterator[None]:
    """Wherever all payments of an invoice are read, they are read like this."""
    with (
        patch.object(scan, "scan_invoice_payments", read),
        patch.object(api, "scan_invoice_payments", read),
    ):
        yield


MUTANTS = (
    Mutant(
        "M1", "never send again because no answer came", lambda: _posting(writer=_SendsAgain), (1,)
    ),
    Mutant(
        "M2",
        "the intent is durable before a byte leaves",
        lambda: _posting(outbox=_KeepsTheIntentAfterwards),
        (0,),
    ),
    Mutant(
        "M3",
        "what was being sent when the program ended may have arrived",
        lambda: _posting(poster=_SendsAgainAfterAnEnd),
        (198,),
    ),
    Mutant(
        "M4",
        "wait before a missing record means anything",
        lambda: _posting(settle_after=0.0),
        (31,),
    ),
    Mutant(
        "M6", "read every page", lambda: patch.object(scan, "iter_pages", _first_page_only), (6,)
    ),
    Mutant(
        "M7",
        "5xx does not mean that nothing was done",
        lambda: _posting(writer=_CallsServerErrorsFailures),
        (45,),
    ),
    Mutant(
        "M8",
        "a broken answer does not mean that nothing was done",
        lambda: _posting(writer=_CallsBrokenAnswersFailures),
        (271,),
    ),
    Mutant("M9", "look before every send", lambda: _posting(writer=_DoesNotLook), (0,)),
    Mutant(
        "M10",
        "a file that does not know all that was sent waits before it sends",
        lambda: patch.object(SendWatch, "lets_through", lambda *_: True),
        (426,),
        frozenset({"restore", "lost", "moved"}),
    ),
    Mutant(
        "M11",
        "a reading that does not add up is no reading",
        lambda: _readings_are(_one_reading(trusts_any=True)),
        (39,),
        frozenset({"shifts"}),
    ),
    Mutant(
        "M12",
        "only two equal readings in a row prove absence",
        lambda: _readings_are(_one_reading(trusts_any=False)),
        (751,),
        frozenset({"shifts"}),
    ),
    Mutant(
        "J1",
        "a journal entry is never sent again by itself",
        lambda: patch.object(settling, "NEVER_SENT_AGAIN", frozenset()),
        (461,),
        frozenset({"payout entries"}),
    ),
    Mutant(
        "J2",
        "read the ledger before a journal entry is sent",
        lambda: _posting(writer=_DoesNotReadTheLedger),
        (32,),
        frozenset({"payout entries"}),
    ),
    Mutant(
        "E1",
        "read the expenses before one is sent",
        lambda: _posting(writer=_DoesNotReadTheExpenses),
        (117,),
        frozenset({"fees"}),
    ),
)
