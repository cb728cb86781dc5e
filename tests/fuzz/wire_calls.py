"""Every call of both adaptors that reads an answer, over a wire that says what it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from fbrecon.cancelling import Cancel
from fbrecon.domain.documents import Payout, PayoutState
from fbrecon.domain.drafts import LedgerAccountDraft
from fbrecon.domain.ids import (
    InvoiceId,
    LedgerAccountId,
    PayoutId,
    PlatformCustomerId,
    PlatformInvoiceId,
)
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery
from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.domain.postings import EntryDraft, EntryLine, EntryWay, ExpenseDraft, PostingQuery
from fbrecon.freshbooks import endpoints
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.exchange import Answer
from fbrecon.freshbooks.failures import error_for
from fbrecon.freshbooks.ledger_wire import Chart
from fbrecon.freshbooks.registration import Endpoints
from fbrecon.freshbooks.tokens import TokenRecord
from fbrecon.freshbooks.transport import FreshBooksTransport, Sent
from fbrecon.platforms.alternative_payments import AlternativePayments, api
from fbrecon.platforms.alternative_payments.auth import TOKEN_PATH
from fbrecon.platforms.alternative_payments.transport import Answer as PlatformAnswer
from fbrecon.platforms.port import CopyDraft, CopyLine, CustomerDraft
from tests.fakes.freshbooks_bench import BUSINESS, NOW, FixedTokens, HandCancel, HandClock
from tests.fakes.freshbooks_sends import DRAFT, MARKER
from tests.fakes.platform_bench import FakeClock, Patience

T = TypeVar("T")
PAGES = 20
MOST_ANSWERS = 16 * PAGES  # a scan of two lists, read up to eight times
_BASE = "https://api.freshbooks.com"


class NeverEndingError(AssertionError):
    """Somebody keeps asking, however often the same answer comes."""


class ToldTransport(FreshBooksTransport):
    """Every request gets the answer that is set."""

    def __init__(self) -> None:
        super().__init__(Endpoints(_BASE, _BASE), "client", FixedTokens(), HandClock())
        self.answer = Answer(200, {}, b"")
        self.asked = 0

    def get(
        self,
        path: str,
        params: list[tuple[str, str]],
        read: Callable[[Answer], T],
        cancel: Cancel,
        *,
        version: str = "",
    ) -> T:
        """As a read whose tries are over."""
        self._one_more()
        if self.answer.is_success:
            return read(self.answer)
        raise error_for(self.answer, self.clock)

    def write(self, method: str, path: str, body: bytes, *, version: str = "") -> Sent:
        """As a write that was answered."""
        self._one_more()
        return Sent(self.answer, bytes_left=True)

    def _one_more(self) -> None:
        self.asked += 1
        if self.asked > MOST_ANSWERS:
            raise NeverEndingError(f"asked {self.asked} times")


class Wire:
    """Both adaptors over answers that are put in: `play` is one call with one answer."""

    def __init__(self) -> None:
        self._transport = ToldTransport()
        self._books = FreshBooksBooks(self._transport, BUSINESS, "https://my.freshbooks.com")
        clock = FakeClock()
        self._platform = AlternativePayments(
            "https://api.platform.example", "id", "secret", clock, patience=Patience(clock)
        )
        self._said = PlatformAnswer(200, b"", False, None)
        self._asks_for_key = False
        self._asked = 0
        self._platform._transport.exchange = self._exchange  # type: ignore[method-assign]
        self.calls = {**self._reads(), **self._sends(), **self._platform_calls()}

    def play(self, call: str, status: int, body: bytes, kind: str = "application/json") -> Any:
        """What the call makes of the answer: a result, an outcome, or an error of ours."""
        self._transport.answer = Answer(status, {"content-type": kind}, body)
        self._transport.asked = self._asked = 0
        is_html = bool(body.strip()) and kind.startswith("text/html")
        self._said = PlatformAnswer(status, body, is_html, None)
        self._asks_for_key = call == "platform_key"
        self._platform._calls._tokens._token = ""
        return self.calls[call]()

    def _exchange(self, method: str, path: str, *_: Any, **__: Any) -> PlatformAnswer:
        self._asked += 1
        if self._asked > MOST_ANSWERS:
            raise NeverEndingError(f"asked {self._asked} times")
        if path == TOKEN_PATH and not self._asks_for_key:
            key = b'{"access_token":"t","token_type":"Bearer","expires_in":3600}'
            return PlatformAnswer(200, key, False, None)
        if path != TOKEN_PATH and self._asks_for_key:
            return PlatformAnswer(200, b'{"data":[],"has_next_page":false}', False, None)
        return self._said

    def _reads(self) -> dict[str, Callable[[], Any]]:
        books, ledger, query = self._books, self._books.ledger, BooksQuery()
        cancel = HandCancel()
        chart = Chart([msgspec.Raw(b'{"uuid":"u9","name":"Bank","jesa_id":9}')])
        return {
            "customers": lambda: first(books.iter_customers(query, cancel)),
            "invoices": lambda: first(books.iter_invoices(query, cancel)),
            "payments": lambda: first(books.iter_payments(query, cancel)),
            "stamps": lambda: first(books.iter_stamps("payments", query, cancel)),
            "scan": lambda: books.read_payments(InvoiceId(7), cancel),
            "invoice": lambda: books.find_invoice(InvoiceId(987654)),
            "payment": lambda: books.find_payment("312143"),
            "ledger_accounts": books.read_ledger_accounts,
            "identity": books.get_identity,
            "base_currency": ledger.find_base_currency,
            "ability": ledger.read_ability,
            "chart": ledger.read_chart,
            "postings": lambda: first(ledger.iter_postings(PostingQuery(), cancel, chart)),
            "categories": lambda: ledger.list_categories(cancel),
            "expenses": lambda: first(ledger.iter_expenses([], cancel)),
            "expense": lambda: ledger.find_expense(77),
            "tokens": self._read_tokens,
        }

    def _read_tokens(self) -> object:
        answer = self._transport.answer
        if not answer.is_success:
            raise error_for(answer, self._transport.clock)
        return TokenRecord(answer.body, received_at=int(NOW.timestamp()), skew=0).find_tokens()

    def _sends(self) -> dict[str, Callable[[], Any]]:
        books, ledger = self._books, self._books.ledger
        payment = books.render_payment(DRAFT)
        removal = books.render_payment_removal()
        account = books.render_ledger_account(
            LedgerAccountDraft("Store Cash", "Cash & Bank", "Account for Store Cash")
        )
        sum_ = Money(9680, "USD")
        entry = ledger.render_entry(
            EntryDraft(
                "Payout",
                MARKER,
                date(2026, 1, 4),
                (EntryLine(LedgerAccountId("a"), sum_), EntryLine(LedgerAccountId("b"), -sum_)),
            ),
            EntryWay.NEWER,
        )
        expense = ledger.render_expense(
            ExpenseDraft(5, Money(320, "USD"), date(2026, 1, 4), "Alternative Payments", MARKER)
        )
        return {
            "send_payment": lambda: books.send_payment(payment),
            "send_removal": lambda: books.send_payment_removal("7", removal),
            "send_ledger_account": lambda: books.send_ledger_account(account),
            "send_entry": lambda: ledger.send_entry(entry),
            "send_expense": lambda: ledger.send_expense(expense),
        }

    def _platform_calls(self) -> dict[str, Callable[[], Any]]:
        platform, patience = self._platform, Patience(FakeClock())
        payout = Payout(
            PayoutId("o1"), PayoutState.PAID, "paid", NOW, None, Decimal(1), Decimal(1), ()
        )
        customer = platform.render_customer(
            CustomerDraft(name="Harbour", email="a@b.example", external_id="7")
        )
        copy = platform.render_invoice(
            CopyDraft(
                number="INV-7",
                customer_id=PlatformCustomerId("c1"),
                due_on=date(2026, 2, 1),
                lines=(CopyLine(f"Work {MARKER}", Money(10000, "USD")),),
            )
        )
        invoice = PlatformInvoiceId("i1")
        return {
            "platform_key": platform.check_connection,
            "platform_customers": lambda: first(platform.iter_customers(patience)),
            "platform_invoices": lambda: first(platform.iter_invoices(patience)),
            "platform_payments": lambda: first(platform.iter_payments(NOW, None, patience)),
            "platform_payouts": lambda: first(platform.iter_payouts(None, patience)),
            "platform_all_payments": lambda: platform.list_payments_of_invoice(invoice, patience),
            "platform_lines": lambda: platform.read_payout_lines(payout, patience),
            "platform_invoice": lambda: platform.find_invoice(invoice),
            "platform_payout": lambda: platform.find_payout(PayoutId("o1")),
            "platform_send_customer": lambda: platform.send_customer(customer),
            "platform_send_invoice": lambda: platform.send_invoice(copy),
            "platform_archive": lambda: platform.archive_invoice(invoice),
        }


def first(pages: Iterator[T]) -> T:
    """The first page; what follows is one like it."""
    return next(pages)


def is_send(call: str) -> bool:
    """Whether the call writes, so that its answer is judged."""
    return "send_" in call or call == "platform_archive"


def claims_something(outcome: object) -> bool:
    """Whether an outcome says for certain what became of a write."""
    return isinstance(outcome, WriteOutcome) and outcome.kind is not OutcomeClass.AMBIGUOUS


@contextmanager
def open_wire() -> Iterator[Wire]:
    """The adaptors, closed afterwards. A list ends after a few pages here."""
    wire = Wire()
    most = endpoints.MOST_PAGES, api.MOST_PAGES
    endpoints.MOST_PAGES = api.MOST_PAGES = PAGES  # type: ignore[misc]
    try:
        yield wire
    finally:
        endpoints.MOST_PAGES, api.MOST_PAGES = most  # type: ignore[misc]
        wire._books.close()
        wire._platform.close()
