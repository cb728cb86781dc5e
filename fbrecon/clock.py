"""What time it is. Everything that needs to know takes a `Clock`, so that tests can tell it.

Three zones matter: UTC is what is stored and printed; US/Eastern is what FreshBooks' accounting
records and its day filters use; the business's own zone is what a payment's date means to the
bookkeeper.
"""

from __future__ import annotations

import json
import secrets
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from fbrecon.domain.moments import EASTERN as EASTERN
from fbrecon.domain.moments import day_in as day_in
from fbrecon.domain.moments import eastern_day as eastern_day
from fbrecon.domain.moments import rfc3339 as rfc3339
from fbrecon.errors import Unreachable, WrongUsage

SESSION = secrets.token_hex(8)
"""Names this run of the program: readings of the monotonic clock compare within it only."""

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})


class Clock(Protocol):
    """Wall clock and monotonic clock."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever grow; not comparable between processes."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some fixed point; unaffected by changes of the wall clock."""
        return time.monotonic()


class ToldClock(SystemClock):
    """A wall clock that a loopback URL tells (`{"now": RFC 3339}`), for rehearsing with a sandbox.

    It is asked once a second at most; between two answers it runs with the machine's clock.
    """

    def __init__(self, url: str) -> None:
        if urlsplit(url).hostname not in LOOPBACK_HOSTS:
            raise WrongUsage(
                "The test clock must be on this computer",
                "FBRECON_TEST_CLOCK names an address on another machine.",
                "Use a loopback address, or remove the variable.",
            )
        self._url = url
        self._asked_at: float | None = None
        self._told = datetime.now(UTC)

    def now(self) -> datetime:
        """The told time plus what has passed since it was told."""
        passed = None if self._asked_at is None else self.monotonic() - self._asked_at
        if passed is None or passed > 1.0:
            passed = self._ask(passed)
        return self._told + timedelta(seconds=passed)

    def _ask(self, passed: float | None) -> float:
        """Ask again; returns the seconds since it was last told."""
        try:
            with urllib.request.urlopen(self._url, timeout=10) as answer:  # noqa: S310
                told = json.loads(answer.read(10_000))["now"]
            self._told = datetime.fromisoformat(str(told).replace("Z", "+00:00"))
        except (OSError, ValueError, KeyError) as error:
            if passed is None:
                raise Unreachable(
                    "The test clock does not answer",
                    "FBRECON_TEST_CLOCK names an address where nothing tells the time.",
                    "Start the sandbox first, or remove the variable.",
                ) from error
            return passed  # it was told before; the machine's clock carries it on
        self._asked_at = self.monotonic()
        return 0.0
