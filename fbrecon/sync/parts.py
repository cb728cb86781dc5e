"""The parts of one run: which were read, which failed, and what that makes of the run."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from fbrecon.clock import Clock
from fbrecon.errors import FbreconError, SignInAgain, Unreachable
from fbrecon.sync.pull import BOOKS_RESOURCES
from fbrecon.sync.stores import Stores
from fbrecon.sync.tally import Tally

log = logging.getLogger(__name__)

_BOOKS_PARTS = frozenset({"accounts", *BOOKS_RESOURCES})
_PLATFORM_PARTS = frozenset({"platform_invoices", "platform_payments", "payouts", "push"})


class Parts:
    """Each part may fail by itself; `sign_in_problems` are those that need a person, by service."""

    def __init__(self, stores: Stores, clock: Clock, tally: Tally) -> None:
        self._stores = stores
        self._clock = clock
        self._tally = tally
        self._trouble: list[FbreconError] = []
        self._read: set[str] = set()
        self.failed: set[str] = set()
        self.sign_in_problems: dict[str, SignInAgain] = {}

    @contextmanager
    def part(self, name: str, *, reads: bool = True) -> Iterator[None]:
        """A part that may fail without taking the run with it; `reads` if it asks a service."""
        try:
            yield
            if reads:
                self._read.add(name)
                self.failed.discard(name)  # in a long run it may be read more than once
        except FbreconError as error:
            log.warning("%s: %s", name, error.sentence)
            self._tally.trouble(name, error.sentence)
            self._trouble.append(error)
            self.failed.add(name)
            if isinstance(error, SignInAgain):
                service = "platform" if name in _PLATFORM_PARTS else "freshbooks"
                self.sign_in_problems[service] = error

    def succeeded(self, *parts: str) -> None:
        """Keep that these parts were brought up to date: their next time counts from now."""
        now = self._clock.now()
        for part in parts:
            cursor = self._stores.journal.cursor(f"schedule:{part}")
            self._stores.journal.keep_cursor(replace(cursor, last_success_at=now))

    def raise_trouble(self) -> None:
        """Raise the first thing that went wrong, if anything did."""
        if self._trouble:
            raise self._trouble[0]

    def outcome(self) -> str:
        """`ok`, `partial` or `failed`."""
        if not self._trouble:
            return "ok"
        # Without the books nothing that was asked for can be done, whatever else was read.
        signed_out = "freshbooks" in self.sign_in_problems and not self._read & _BOOKS_PARTS
        return "partial" if self._read and not signed_out else "failed"

    def exit_code(self, outcome: str) -> int:
        """The exit code of a run with that outcome."""
        if outcome == "ok":
            return 0
        if outcome == "cancelled":
            return 1
        kinds = [type(error) for error in self._trouble]
        if any(issubclass(kind, Unreachable) for kind in kinds):
            return Unreachable.exit_code
        if outcome == "failed":
            return SignInAgain.exit_code if self.sign_in_problems else 1
        return 0
