"""The part of the desk that knows the other companies of its user, and how to get to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fbrecon.app.sync_all import CompanyOutcome
from fbrecon.app.views import CompanySummary, TableQuery
from fbrecon.domain.backups import CopyLook
from fbrecon.domain.business import Business
from fbrecon.sync.progress import CancelToken, ProgressFn

if TYPE_CHECKING:
    from fbrecon.app.desk import Desk


class CompanyCounter(Protocol):
    """What a front end can ask about which company. Every desk knows the others."""

    @property
    def slug(self) -> str | None:
        """The company's own short name; None before one was connected."""
        ...

    def list_companies(self) -> list[CompanySummary]:
        """All companies of this user; one that cannot be opened says why. None is opened for it."""
        ...

    def company_keys(self, query: TableQuery) -> list[str]:
        """Slugs of all companies that fit, in order, looked at anew.

        Sorted by name, state, platform, attention, difference, waiting or synced; `status` is
        needs_you, trouble or difference.
        """
        ...

    def company_rows(self, keys: list[str]) -> list[CompanySummary]:
        """The rows of these keys, in the same order, as last looked at."""
        ...

    def sync_all(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        tell: Callable[[CompanyOutcome], None],
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
    ) -> list[CompanyOutcome]:
        """Sync each company, one after the other (talks to the services); `tell` of each at once.

        Nothing that goes wrong in one is raised; `WrongUsage` for an unknown part is. Progress is a
        `TurnProgress`.
        """
        ...

    def open_company(self, slug: str | None) -> Desk:
        """The one desk of that company; without a slug the one that will connect a further one."""
        ...

    def list_addable_businesses(self) -> list[Business]:
        """Businesses of the kept sign-ins that have no company yet (talks to FreshBooks)."""
        ...

    def look_into_copies(self, slug: str) -> list[CopyLook]:
        """The copies of a company's file, newest first, with what each holds; changes nothing."""
        ...

    def restore_company(self, slug: str, name: str) -> Path:
        """Put that copy back in the place of a company's file, also of one that is damaged.

        What stood there is moved aside, to the path that is returned. Every desk of that company is
        spent afterwards, whether it worked or not: open it anew.
        """
        ...

    def remove_company(self, slug: str) -> None:
        """Delete a company's file, backups and keys here; nothing changes at the services."""
        ...
