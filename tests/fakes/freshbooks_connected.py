"""A sandbox, a vault, and somebody who signs in through the sandbox's pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from fbrecon.domain.business import Identity
from fbrecon.domain.documents import Method
from fbrecon.domain.drafts import PaymentDraft
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.money import Money
from fbrecon.domain.pages import BooksQuery, Page
from fbrecon.freshbooks.api import FreshBooksBooks
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.service import FreshBooksService
from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from tests.fakes.freshbooks_bench import HandCancel, MemoryVault

R = TypeVar("R")
MARKER = "FBR-0123456789ABCDEF"
LIVE, DELETED = BooksQuery(), BooksQuery(deleted=True)


class SandboxTime:
    """The sandbox's wall clock, as a process told by it would read it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def now(self) -> datetime:
        return self._sandbox.state.clock.now().astimezone(UTC)

    def monotonic(self) -> float:
        return self._sandbox.state.clock.now().timestamp()

    def move(self, seconds: float) -> None:
        self._sandbox.state.clock.advance(seconds)


class Connected:
    """A sandbox, a vault, and whoever signed in."""

    def __init__(self, sandbox: Sandbox, secret: str | None = None) -> None:
        said = sandbox.announcement
        app = said["freshbooks"]
        self.sandbox = sandbox
        self.person = (app["email"], app["password"])
        self.vault = MemoryVault()
        self.cancel = HandCancel(SandboxTime(sandbox))
        self.endpoints = Endpoints(said["freshbooks_api"], said["freshbooks_auth"])
        self.app = RegisteredApp(
            app["client_id"], secret or app["client_secret"], app["redirect_uri"]
        )
        self.service = self.another_process()
        self.opened: list[FreshBooksBooks] = []
        self.identity: Identity

    def another_process(self) -> FreshBooksService:
        return FreshBooksService(self.endpoints, self.app, self.vault, SandboxTime(self.sandbox))

    def sign_in(self) -> Identity:
        attempt = self.service.begin_sign_in()
        return self.service.finish(attempt, sign_in(attempt.authorize_url, *self.person))

    def books(self, number: int = 0, service: FreshBooksService | None = None) -> FreshBooksBooks:
        if service is None:
            self.identity = self.sign_in()
        identity = self.identity
        books = (service or self.service).identity_books(identity.usable[number], identity.id)
        self.opened.append(books)
        return books

    def fault(self, kind: str, match: str, **details: Any) -> None:
        self.sandbox.control("fault", kind=kind, match=match, **details)

    def rows(self, key: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.sandbox.control("state")["freshbooks"][key]
        return found

    def visits(self, path: str, method: str = "GET") -> int:
        return sum(
            visit["path"].endswith(path) and visit["method"] == method
            for visit in self.sandbox.control("state")["requests"]
        )


def records(pages: Iterable[Page[R]]) -> list[R]:
    """All records of the pages, none of them odd."""
    found: list[R] = []
    for page in pages:
        assert page.odd == ()
        found.extend(page.records)
    return found


def draft(invoice: dict[str, Any], amount: str | None = None) -> PaymentDraft:
    sum_due = invoice["outstanding"]
    return PaymentDraft(
        InvoiceId(invoice["id"]),
        Money.parse(amount or sum_due["amount"], sum_due["code"]),
        date(2026, 11, 20),
        Method.CARD,
        f"Card payment, {MARKER}",
    )
