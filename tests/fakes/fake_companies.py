"""The part of a made-up desk that knows the other companies of its user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fbrecon.app.company_table import CompanyTable
from fbrecon.app.sync_all import CompanyOutcome, sync_all
from fbrecon.app.views import CompanySummary, ConnectionState, SyncReport, TableQuery
from fbrecon.domain.backups import CopyLook
from fbrecon.domain.business import Business
from fbrecon.domain.glances import FileState
from fbrecon.errors import DamagedFile, WrongUsage
from fbrecon.sync.progress import CancelToken, ProgressFn

if TYPE_CHECKING:
    from .fake_desk import FakeDesk


class FakeCompanies:
    """A mixin. All desks of one street share `street` and `addable`."""

    freshbooks: ConnectionState

    def __init__(self, slug: str, business: Business) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.fail: dict[str, Exception] = {}
        self.slug = slug
        self.business = business
        self.street: dict[str, FakeDesk] = {}
        self.damaged: dict[str, str] = {}
        self.addable: list[Business] = []
        self.removed: list[str] = []
        self.copies: list[CopyLook] = []
        self.glances: dict[str, dict[str, Any]] = {}  # by slug: what its summary says otherwise
        self._table = CompanyTable(self._summaries)
        self.street[slug] = self  # type: ignore[assignment]

    def _ask(self, name: str, *arguments: object) -> None:
        self.calls.append((name, *arguments))
        if name in self.fail:
            raise self.fail[name]

    def asked(self, name: str) -> list[tuple[object, ...]]:
        """The calls of one method, without its name."""
        return [call[1:] for call in self.calls if call[0] == name]

    def join(self, other: FakeDesk) -> FakeDesk:
        """Put another desk into this one's street; returns it."""
        for name in ("street", "damaged", "addable", "removed", "copies", "glances"):
            setattr(other, name, getattr(self, name))
        self.street[other.slug] = other
        return other

    def become(self, business: Business) -> None:
        """A sign-in led this desk to that business."""
        self.business = business
        if business in self.addable:
            self.addable.remove(business)
            del self.street[self.slug]
            self.slug = f"company-{business.id}"
            self.street[self.slug] = self  # type: ignore[assignment]

    def list_companies(self) -> list[CompanySummary]:
        """The connected ones of the street, and the damaged ones."""
        self._ask("list_companies")
        return self._summaries()

    def _summaries(self) -> list[CompanySummary]:
        found = [
            CompanySummary(
                slug, desk.business, desk.freshbooks, len(desk.attention), paused=desk.paused
            )
            for slug, desk in self.street.items()
            if desk.freshbooks is not ConnectionState.NOT_CONNECTED
        ]
        absent, damaged = ConnectionState.NOT_CONNECTED, FileState.DAMAGED
        found += [
            CompanySummary(slug, None, absent, 0, why, damaged)
            for slug, why in self.damaged.items()
        ]
        return [replace(one, **self.glances.get(one.slug, {})) for one in found]

    def company_keys(self, query: TableQuery) -> list[str]:
        """The real order over these."""
        self._ask("company_keys", query)
        return self._table.keys(query)

    def company_rows(self, keys: list[str]) -> list[CompanySummary]:
        """The rows of these."""
        self._ask("company_rows", keys)
        return self._table.rows(keys)

    def sync_all(
        self,
        cancel: CancelToken,
        report: ProgressFn,
        tell: Callable[[CompanyOutcome], None],
        *,
        only: tuple[str, ...] = (),
        full: bool = False,
    ) -> list[CompanyOutcome]:
        """One turn after the other, of the desks of the street."""
        self._ask("sync_all", only, full)

        def turn(slug: str, progress: ProgressFn) -> SyncReport:
            return self.open_company(slug).sync(cancel, progress)

        return sync_all(self._summaries(), turn, cancel, report, tell)

    def open_company(self, slug: str | None) -> FakeDesk:
        """That one's desk, or a fresh one."""
        from .fake_desk import FakeDesk

        self._ask("open_company", slug)
        if slug is None:
            fresh = self.street.get("fresh")
            return fresh or self.join(FakeDesk("fresh", slug="fresh"))
        if slug in self.damaged:
            raise DamagedFile("The company file is damaged", self.damaged[slug])
        if slug not in self.street:
            raise WrongUsage("There is no such company", slug)
        return self.street[slug]

    def look_into_copies(self, slug: str) -> list[CopyLook]:
        """As the test says."""
        self._ask("look_into_copies", slug)
        return list(self.copies)

    def restore_company(self, slug: str, name: str) -> Path:
        """A damaged one is whole again; the desk of before is spent."""
        from .fake_desk import FakeDesk

        self._ask("restore_company", slug, name)
        self.damaged.pop(slug, None)
        before = self.street.get(slug)
        business = before.business if before is not None else self.business
        self.join(FakeDesk(slug=slug, business=business))
        return Path("before-restore-20260403-120000")

    def list_addable_businesses(self) -> list[Business]:
        """As the test says."""
        self._ask("list_addable_businesses")
        return list(self.addable)

    def remove_company(self, slug: str) -> None:
        """It is gone."""
        self._ask("remove_company", slug)
        self.street.pop(slug, None)
        self.damaged.pop(slug, None)
        self.removed.append(slug)
