"""All desks of one program: one for each company, so that whoever asks for a sync joins the others.

Knows nothing of windows; who must follow what is open is a `DeskWatcher`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fbrecon.app.connect import forget_keys
from fbrecon.app.ports import Shelf
from fbrecon.errors import DamagedFile, Unreachable, WrongUsage

if TYPE_CHECKING:
    from fbrecon.app.company_desk import CompanyDesk

STOP_WITHIN_SECONDS = 30.0


class DeskWatcher(Protocol):
    """Somebody who follows which desks are open, the background timetable say."""

    def desk_opened(self, desk: CompanyDesk) -> None:
        """A desk is there now."""
        ...

    def desk_closed(self, desk: CompanyDesk) -> None:
        """A desk is about to go: ask nothing more of it."""
        ...


class Desks:
    """Makes each desk when it is first asked for and keeps it. Safe for all threads."""

    def __init__(self, shelf: Shelf, make: Callable[[str | None], CompanyDesk]) -> None:
        self._shelf = shelf
        self._make = make
        self._lock = threading.RLock()
        self._desks: list[CompanyDesk] = []
        self._watchers: list[DeskWatcher] = []

    def watch(self, watcher: DeskWatcher) -> None:
        """Tell somebody of the desks that are open, and of each that opens or closes later."""
        with self._lock:
            self._watchers.append(watcher)
            for desk in self._desks:
                watcher.desk_opened(desk)

    def find(self, slug: str) -> CompanyDesk | None:
        """The desk of a company if it is open."""
        with self._lock:
            return next((desk for desk in self._desks if desk.slug == slug), None)

    def open(self, slug: str | None) -> CompanyDesk:
        """The desk of a company; without a slug the one that will connect a further company.

        Raises `WrongUsage` where there is no such company, `FileError` where it cannot be opened.
        """
        with self._lock:
            found = [desk for desk in self._desks if desk.slug == slug]
            if not found:
                if slug is not None and slug not in self._shelf.list_slugs():
                    raise WrongUsage(
                        "There is no such company", f"“{slug}” is not here.", "Choose another one."
                    )
                return self.take_in(self._make(slug))
            for desk in found[1:]:
                # A sign-in led to a business that has its company already: that one's desk stays,
                # and opens its services anew with the newer sign-in.
                self._close(desk)
                found[0].company.forget_services()
            return found[0]

    def take_in(self, desk: CompanyDesk) -> CompanyDesk:
        """Keep a desk that is open from now on."""
        with self._lock:
            if desk not in self._desks:
                self._desks.append(desk)
                for watcher in self._watchers:
                    watcher.desk_opened(desk)
            return desk

    def remove(self, slug: str) -> None:
        """Forget a company's keys, then delete its file and its backups; the services keep theirs.

        Raises `Unreachable` where a sync of it does not stop within half a minute.
        """
        try:
            desk = self.open(slug)
        except DamagedFile:
            forget_keys(self._shelf, slug)
            self._shelf.remove(slug)
            return
        self._close(desk)
        try:
            lease = self._shelf.lease(slug)
            if not lease.try_take(STOP_WITHIN_SECONDS):
                raise Unreachable(
                    "A sync of this company is still running",
                    "It must end before the company can be removed. Nothing was removed.",
                    "Wait until it has finished, then remove the company again.",
                )
            try:
                desk.disconnect("platform")
                desk.disconnect("freshbooks")
                desk.company.close()
            finally:
                lease.give_back()
            self._shelf.remove(slug)
        except BaseException:
            self.take_in(desk)
            raise

    def restore(self, slug: str, name: str) -> Path:
        """Put a copy in the place of a company's file; where what stood there lies now.

        Its desk is gone afterwards, whether that worked or not: open it anew. Raises `Unreachable`
        where a sync of it does not stop within half a minute, and as `Shelf.restore`.
        """
        desk = self.find(slug)
        if desk is None:
            return self._shelf.restore(slug, name)
        self._close(desk)
        lease = self._shelf.lease(slug)
        if not lease.try_take(STOP_WITHIN_SECONDS):
            self.take_in(desk)
            raise Unreachable(
                "A sync of this company is still running",
                "It must end before a copy can be put back. Nothing was changed.",
                "Wait until it has finished, then try again.",
            )
        try:
            desk.company.close_everywhere()
        finally:
            lease.give_back()
        return self._shelf.restore(slug, name)

    def _close(self, desk: CompanyDesk) -> None:
        with self._lock:
            self._desks.remove(desk)
            watchers = tuple(self._watchers)
        for watcher in watchers:
            watcher.desk_closed(desk)
