"""One user's home with both services in memory behind its doors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.ports import FreshBooksDoor
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.views import Mode
from fbrecon.bootstrap import Environment, FolderShelf
from fbrecon.domain.business import Business, Identity
from fbrecon.errors import SignInAgain, SignInFailed, WrongUsage
from fbrecon.file_readers import FileReaders
from fbrecon.platforms.port import Platform
from fbrecon.reports.pages import Pages
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.ports import Books
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from tests.fakes.fake_attempt import FakeAttempt
from tests.fakes.fake_books import BUSINESS, FakeBooks
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_platform import CAPABILITIES, FakePlatform

CALLBACK = "https://books.example/callback"
OTHER = Business("22", "acc22", "uuid-22", "Quayside Print", "business_accountant", "UTC")
NO_ACCOUNTING = Business("33", "", "uuid-33", "Harbor Holdings", "owner", "UTC")
MERE_CLIENT = Business("44", "acc44", "uuid-44", "Meridian", "client", "UTC")


class FakeDoor:
    """FreshBooks as one registered app reaches it: whoever comes back is `who`."""

    def __init__(self, doors: FakeDoors) -> None:
        self._doors = doors

    def begin_sign_in(self) -> SignInAttempt:
        return FakeAttempt("https://auth.example/authorize", CALLBACK, "https://auth.example")

    def finish(self, attempt: SignInAttempt, url: str, expected_identity: str | None) -> Identity:
        if not url.startswith(CALLBACK):
            raise SignInFailed("The sign-in did not finish", "That is not the callback.")
        who = self._doors.who
        if expected_identity is not None and expected_identity != who.id:
            raise SignInFailed("That is another FreshBooks person", "Sign in as the same person.")
        self._doors.kept[who.id] = who
        return who

    def identity(self, identity_id: str) -> Identity:
        if identity_id not in self._doors.kept:
            raise SignInAgain("Sign in again", "The sign-in is gone.")
        return self._doors.kept[identity_id]

    def books(self, business: Business, identity_id: str) -> Books:
        assert identity_id in self._doors.kept
        return self._doors.books_of(business)

    def revoke(self, identity_id: str) -> bool:
        self._doors.revoked.append(identity_id)
        return self._doors.kept.pop(identity_id, None) is not None


class FakeDoors:
    """Opens the services in memory; one set of books for each business, one platform a key."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.freshbooks_api = "http://127.0.0.1:1001"
        self.freshbooks_auth = "http://127.0.0.1:1002"
        self.freshbooks_scopes: tuple[str, ...] = ("user:profile:read",)
        self.platform_api = "http://127.0.0.1:1003"
        self.who = Identity("7", "keeper@example.com", (BUSINESS,))
        self.kept: dict[str, Identity] = {}
        self.revoked: list[str] = []
        self.wrong_keys: set[str] = set()
        self._books: dict[str, FakeBooks] = {}
        self._platforms: dict[str, FakePlatform] = {}

    def freshbooks(self, client_id: str, client_secret: str, redirect_uri: str) -> FreshBooksDoor:
        if not (client_id and client_secret and redirect_uri):
            raise WrongUsage("The app's keys are incomplete", "One is missing.")
        return FakeDoor(self)

    def books_of(self, business: Business) -> FakeBooks:
        books = self._books.setdefault(business.id, FakeBooks(self.clock))
        books.identity = self.who
        return books

    def platform(self, client_id: str, client_secret: str, words: Mapping[str, str]) -> Platform:
        del client_secret
        platform = self.platform_of(client_id)
        platform.words = words

        def check(what: str, which: str) -> None:
            if client_id in self.wrong_keys:
                raise SignInAgain("The key is not accepted", "The platform does not know it.")

        platform.on_read = check
        return platform

    def platform_of(self, client_id: str) -> FakePlatform:
        return self._platforms.setdefault(client_id, FakePlatform(self.clock))

    @property
    def files(self) -> FileReaders:
        return FileReaders()

    def platform_name(self) -> str:
        return FakePlatform.name

    def platform_currencies(self) -> frozenset[str]:
        return CAPABILITIES.currencies

    def print_pages(self, pages: Pages) -> bytes:
        return f"%PDF {pages.name}".encode()


class Home:
    """Everything of one user, and the desk of the company that is being looked at."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.folder = folder
        self.doors = FakeDoors(self.clock)
        self.shelf = self.new_shelf()
        self.desk = self.new_desk(None)

    def new_shelf(self) -> FolderShelf:
        return FolderShelf(self.folder, self.clock, Environment(self.folder, secrets="session"))

    def new_desk(self, slug: str | None, crash: CrashPoint = no_crash) -> CompanyDesk:
        self.desk = CompanyDesk(self.shelf, self.doors, self.clock, slug, crash)
        return self.desk

    def reopen(self, crash: CrashPoint = no_crash) -> CompanyDesk:
        """The window is closed and opened again."""
        slug = self.desk.company.slug
        self.desk.company.close()
        return self.new_desk(slug, crash)

    def close(self) -> None:
        company = self.desk.find_company()
        if company is not None:
            company.close()

    # ---- shortcuts

    def connect(self, *, key: str = "key-1", mode: Mode = Mode.WRITE) -> CompanyDesk:
        """Both services, and writing allowed."""
        self.sign_in()
        self.desk.connect_platform(key, "secret")
        self.desk.set_mode(mode)
        return self.desk

    def sign_in(self, business_id: str | None = None) -> None:
        self.desk.save_app_keys("app", "app-secret", CALLBACK)
        attempt = self.desk.begin_sign_in()
        self.desk.finish_sign_in(attempt, f"{CALLBACK}?code=1", business_id)

    def sync(self, *only: str, full: bool = False) -> SyncReport:
        return self.desk.sync(CancelToken(), silent, only=only, full=full)

    @property
    def books(self) -> FakeBooks:
        return self.doors.books_of(self.desk.company.business)

    @property
    def platform(self) -> FakePlatform:
        return self.doors.platform_of("key-1")

    def paid(self, minor: int = 10_000) -> tuple[int, str]:
        """An invoice whose customer has just paid it through the platform."""
        invoice = self.books.add_invoice(minor)
        self.sync()
        (copy,) = [
            copy.id
            for copy in self.platform.invoices.values()
            if any(f"Invoice {invoice:07d}" in text for text in copy.descriptions)
        ]
        return invoice, self.platform.pay(copy)

    def rename(self, business: Business, **changes: str) -> Business:
        """FreshBooks now says something else about a business."""
        changed = replace(business, **changes)  # type: ignore[arg-type]
        others = tuple(b for b in self.doors.who.businesses if b.id != business.id)
        self.doors.who = replace(self.doors.who, businesses=(changed, *others))
        return changed

    def kinds(self) -> list[str]:
        """What needs a person, by kind."""
        return [row.kind for row in self.desk.list_attention()]
