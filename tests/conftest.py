"""For every suite: no real home, no real network, no stray warning, sizes scaled in one place."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt: there is no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SCALE = float(os.environ.get("FBRECON_TEST_SCALE", "1"))

settings.register_profile(
    "scaled",
    max_examples=max(10, int(100 * SCALE)),
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("scaled")


def scaled(count: int) -> int:
    """A number of rounds, at least one, under FBRECON_TEST_SCALE."""
    return max(1, int(count * SCALE))


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to the person who runs it."""
    for name in [name for name in os.environ if name.startswith("FBRECON_") and "TEST" not in name]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FBRECON_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests talk to this computer only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "127.0.0.1"
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


class _Loud(logging.Handler):
    """Collects what our own code logs as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in our own log that the test did not announce fails it (`@pytest.mark.loud`)."""
    handler = _Loud()
    ours = logging.getLogger("fbrecon")
    ours.addHandler(handler)
    yield
    ours.removeHandler(handler)
    if request.node.get_closest_marker("loud") is None:
        lines = [record.getMessage() for record in handler.records]
        assert not lines, f"unexpected in the log: {lines}"
