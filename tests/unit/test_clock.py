"""The machine's clock, and one that a service on this computer tells."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fbrecon.clock import SystemClock, ToldClock
from fbrecon.errors import WrongUsage


class _Teller:
    """Answers with a time that the test sets, and counts how often it was asked."""

    def __init__(self) -> None:
        self.now = "2030-06-01T10:00:00Z"
        self.asked = 0


@contextmanager
def _telling(teller: _Teller) -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            teller.asked += 1
            body = json.dumps({"now": teller.now}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/clock"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Told(ToldClock):
    """A told clock whose own seconds the test moves."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.seconds = 50.0

    def monotonic(self) -> float:
        return self.seconds


def test_the_systems_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)


def test_monotonic_seconds_only_grow() -> None:
    clock = SystemClock()
    seen = [clock.monotonic() for _ in range(100)]
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    "url",
    [
        "http://clock.example/now",
        "http://10.0.0.1/clock",
        "http://127.0.0.1.evil.example/clock",
        "http://localhost@evil.example/clock",
        "/clock",
        "",
    ],
)
def test_a_clock_on_another_machine_is_refused(url: str) -> None:
    with pytest.raises(WrongUsage, match="must be on this computer"):
        ToldClock(url)


def test_a_told_clock_says_what_it_is_told() -> None:
    teller = _Teller()
    with _telling(teller) as url:
        assert _Told(url).now() == datetime(2030, 6, 1, 10, tzinfo=UTC)


def test_a_told_clock_is_asked_once_a_second_and_runs_on_in_between() -> None:
    teller = _Teller()
    with _telling(teller) as url:
        clock = _Told(url)
        clock.now()
        teller.now = "2031-01-01T00:00:00Z"
        clock.seconds += 1.0
        assert clock.now() == datetime(2030, 6, 1, 10, 0, 1, tzinfo=UTC)
        assert teller.asked == 1
        clock.seconds += 0.5
        assert clock.now() == datetime(2031, 1, 1, tzinfo=UTC)
        assert teller.asked == 2
