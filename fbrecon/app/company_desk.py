"""The desk of one company: every front end's one counter, with nothing behind it but use cases.

Before there is a company it can connect one; from then on it serves that company.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from fbrecon.app import history, set_up_accounts
from fbrecon.app.at_a_glance import summary_of
from fbrecon.app.company_table import CompanyTable
from fbrecon.app.desk_days import DaysDesk
from fbrecon.app.desk_files import FilesDesk
from fbrecon.app.desk_funds import FundsDesk
from fbrecon.app.desk_papers import PapersDesk
from fbrecon.app.desk_story import StoryDesk
from fbrecon.app.desk_tables import TablesDesk
from fbrecon.app.desks import Desks
from fbrecon.app.ports import Doors, Shelf, SyncsElsewhere, nowhere_else
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.status import nothing_yet, status_of
from fbrecon.app.sync import check_parts
from fbrecon.app.sync_all import CompanyOutcome, sync_all
from fbrecon.app.views import (
    AccountsView,
    AppKeys,
    CompanySummary,
    Mode,
    Pause,
    PauseFor,
    RunView,
    SignInResult,
    StatusView,
    SyncReport,
    TableQuery,
)
from fbrecon.clock import Clock
from fbrecon.domain.backups import CopyLook
from fbrecon.domain.business import Business
from fbrecon.errors import FileError
from fbrecon.sync.crash_points import CrashPoint, no_crash
from fbrecon.sync.preflights import Inline, Readers
from fbrecon.sync.progress import CancelToken, ProgressFn
from fbrecon.sync.timetable import Job, Timetable


class CompanyDesk(TablesDesk, DaysDesk, PapersDesk, FilesDesk, FundsDesk, StoryDesk):
    """Implements `fbrecon.app.desk.Desk`. Safe for all threads."""

    def __init__(
        self,
        shelf: Shelf,
        doors: Doors,
        clock: Clock,
        slug: str | None,
        crash: CrashPoint = no_crash,
        desks: Desks | None = None,
        readers: Readers = Inline,
        elsewhere: Callable[[], SyncsElsewhere | None] = nowhere_else,
    ) -> None:
        super().__init__(shelf, doors, clock, slug, crash, readers, elsewhere)
        self._desks = desks or Desks(shelf, self._make_another)
        self._companies = CompanyTable(self.list_companies)
        if desks is None:
            self._desks.take_in(self)

    def _make_another(self, slug: str | None) -> CompanyDesk:
        return CompanyDesk(
            self._shelf,
            self._doors,
            self._clock,
            slug,
            desks=self._desks,
            readers=self._readers,
            elsewhere=self._elsewhere,
        )

    # ---- which company

    def status(self) -> StatusView:
        """Where everything stands."""
        company = self.find_company()
        if company is None:
            return nothing_yet(self._doors.freshbooks_api)
        progress = None if self._runner is None else self._runner.progress
        return replace(status_of(company), progress=progress)

    def list_companies(self) -> list[CompanySummary]:
        """All companies of this user; one that cannot be opened says why."""
        now = self._clock.now()
        return [
            summary_of(slug, self._shelf.glance(slug), self._doors, now)
            for slug in self._shelf.list_slugs()
        ]

    def company_keys(self, query: TableQuery) -> list[str]:
        """Slugs of companies in order."""
        return self._companies.keys(query)

    def company_rows(self, keys: list[str]) -> list[CompanySummary]:
        """Rows of companies."""
        return self._companies.rows(keys)

    def sync_all(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        tell: Callable[[CompanyOutcome], None],
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
    ) -> list[CompanyOutcome]:
        """Sync each company, one after the other."""
        check_parts(only)

        def turn(slug: str, progress: ProgressFn) -> SyncReport:
            desk = self._desks.open(slug)
            try:
                return desk.sync(cancel, progress, only=only, full=full)
            finally:
                desk.company.close()  # of this thread: forty need not stay open

        return sync_all(self.list_companies(), turn, cancel, report, tell)

    def open_company(self, slug: str | None) -> CompanyDesk:
        """The desk of another company, or of one that is to be connected."""
        return self._desks.open(slug)

    def list_addable_businesses(self) -> list[Business]:
        """What the kept sign-ins could add."""
        return self._connector.list_addable()

    def remove_company(self, slug: str) -> None:
        """Delete a company here."""
        self._desks.remove(slug)

    def look_into_copies(self, slug: str) -> list[CopyLook]:
        """The copies of a company's file, newest first."""
        return self._shelf.look_into_copies(slug)

    def restore_company(self, slug: str, name: str) -> Path:
        """Put a copy back; whoever has a desk of that company opens it anew."""
        return self._desks.restore(slug, name)

    def list_secret_names(self) -> list[str]:
        """Names of what the vault keeps, never the secrets; raises `SecretsError`."""
        return self._shelf.secrets().list_names("")

    # ---- connecting

    def app_keys(self) -> AppKeys | None:
        """The registered FreshBooks app."""
        return self._connector.app_keys()

    def needed_scopes(self) -> tuple[str, ...]:
        """What the registered app must be allowed."""
        return self._doors.freshbooks_scopes

    def save_app_keys(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        """Keep the registered app's keys."""
        self._connector.save_app_keys(client_id, client_secret, redirect_uri)

    def begin_sign_in(self) -> SignInAttempt:
        """A fresh attempt."""
        return self._connector.begin_sign_in()

    def finish_sign_in(
        self, attempt: SignInAttempt, url: str, business_id: str | None = None
    ) -> SignInResult:
        """Exchange the code and use the business."""
        return self._connector.finish_sign_in(attempt, url, business_id)

    def choose_business(self, business_id: str) -> SignInResult:
        """Choose among several businesses."""
        return self._connector.choose_business(business_id)

    def connect_platform(self, client_id: str, client_secret: str, *, share: bool = False) -> None:
        """Check the key and keep it."""
        self._connector.connect_platform(client_id, client_secret, share=share)

    def disconnect(self, service: str) -> None:
        """Forget a service; a run under way here stops before its next send."""
        self._stop_writing()
        self._connector.disconnect(service)

    def set_mode(self, mode: Mode) -> None:
        """Whether fbrecon may write."""
        self.change_setting("mode", mode.value)

    # ---- accounts

    def accounts(self, *, refresh: bool = False) -> AccountsView:
        """The chart of accounts."""
        return set_up_accounts.accounts_view(self.company, refresh=refresh)

    def set_accounts(self, chosen: dict[str, str], create: dict[str, str]) -> AccountsView:
        """Choose and make accounts."""
        with self.company.deciding():
            return set_up_accounts.set_accounts(self.company, chosen, create)

    # ---- sync

    def sync(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
        reason: str = "asked for",
        preview: str = "",
    ) -> SyncReport:
        """One run now; `reason` is kept with it, `preview` is the token of the one to apply."""
        return self._sync_runner().run(
            cancel, report, only=only, full=full, reason=reason, preview=preview
        )

    def list_runs(self, limit: int = 20) -> list[RunView]:
        """The last runs."""
        company = self.find_company()
        return [] if company is None else history.list_runs(company, limit)

    # ---- the timetable

    def pause_everywhere(self, wanted: PauseFor | None) -> None:
        """Pause all companies of this user that can be opened, or resume them (None)."""
        for slug in self._shelf.list_slugs():
            with suppress(FileError):  # nothing of it runs on a schedule
                desk = self._desks.open(slug)
                if wanted is None:
                    desk.resume_syncing()
                else:
                    desk.pause_syncing(wanted)

    def timetable(
        self,
        request_sync: Callable[[frozenset[str]], None],
        rest: Callable[[], None] = lambda: None,
    ) -> Timetable:
        """The schedule of this company; `request_sync` is called on its thread when due.

        `rest` is called at each look while it is paused.
        """

        def jobs() -> list[Job]:
            return [] if self.find_company() is None else self._sync_runner().jobs()

        def find_pause() -> Pause | None:
            company = self.find_company()
            return None if company is None else company.find_pause()

        return Timetable(jobs, request_sync, self._clock, find_pause, rest)
