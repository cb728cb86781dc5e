"""Reads: repeated where that is safe, paced, cancellable, and never to an unsafe place."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any, Self

import pytest
import requests

from fbrecon.errors import RateLimited, SignInAgain, Unreachable, Unreadable, WrongUsage
from fbrecon.freshbooks import exchange as exchange_module
from fbrecon.freshbooks.endpoints import read_result
from fbrecon.freshbooks.exchange import Answer, open_session
from fbrecon.freshbooks.pacing import Pace
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.transport import Bearer, FreshBooksTransport
from tests.fakes.freshbooks_bench import FixedTokens, HandCancel, HandClock, StoppedError
from tests.fakes.scripted_http import Asked, Say, ScriptedServer

GOOD: dict[str, Any] = {"response": {"result": {"payments": []}}}
DATE = "Fri, 20 Nov 2026 15:30:00 GMT"
RESET = "1795188630"  # 15:30:30 that day


class Bench:
    """A transport before a server that says these answers one after the other."""

    def __init__(self, *says: Say, tokens: FixedTokens | None = None) -> None:
        self.clock = HandClock()
        self.cancel = HandCancel(self.clock)
        self.tokens = tokens or FixedTokens()
        self._says = list(says)
        self.server = ScriptedServer(self._script)

    def _script(self, asked: Asked) -> Say:
        del asked
        return self._says.pop(0) if len(self._says) > 1 else self._says[0]

    def __enter__(self) -> Self:
        self.server.__enter__()
        self.over = FreshBooksTransport(
            Endpoints(self.server.url, self.server.url), "client", self.tokens, self.clock
        )
        return self

    def __exit__(self, *_: object) -> None:
        self.over.close()
        self.server.__exit__(None, None, None)

    def get(self, path: str = "/accounting/account/A/payments/payments") -> Any:
        def read(answer: Answer) -> Any:
            return sorted(read_result(answer, self.over))

        return self.over.get(path, [("page", "1")], read, self.cancel)

    @property
    def bearers(self) -> list[str]:
        return [asked.headers["Authorization"] for asked in self.server.asked]


def test_a_read_bears_the_token_and_says_what_it_wants() -> None:
    with Bench(Say(body=GOOD)) as bench:
        assert bench.get() == ["payments"]
        asked = bench.server.asked[0]
    assert (asked.method, asked.query) == ("GET", {"page": ["1"]})
    assert asked.headers["Authorization"] == "Bearer old-access"
    assert asked.headers["Accept"] == "application/json"
    assert "Cookie" not in asked.headers


@pytest.mark.parametrize(
    "fault",
    [
        Say(500, b"<html>"),
        Say(502, {"message": "Bad Gateway."}),
        Say(503, {"message": "later"}),
        Say(429, {"message": "slow down"}),
        Say(body=GOOD, cut=5),
        Say(drop=True),
        Say(body=b'{"response": {"result": {"pay'),
    ],
)
def test_a_read_is_tried_three_times_and_then_given_up(fault: Say) -> None:
    with Bench(fault, fault, Say(body=GOOD)) as bench:
        assert bench.get() == ["payments"]
        assert bench.over.requests_made == 3
        assert len(bench.cancel.waits) == 2
    with Bench(fault) as bench:
        with pytest.raises((Unreachable, Unreadable)):
            bench.get()
        assert len(bench.server.asked) == 3


@pytest.mark.parametrize(
    "fault",
    [
        Say(400, {"message": "no"}),
        Say(403, {"message": "no"}),
        Say(404, {"message": "no"}),
        Say(422, {"message": "no"}),
        Say(body=b"<html></html>", kind="text/html"),
        Say(body={"response": {"errors": [{"errno": 12001, "message": "no"}]}}),
        Say(body={"response": {}}),
    ],
)
def test_a_definite_answer_is_not_asked_for_again(fault: Say) -> None:
    with Bench(fault) as bench:
        with pytest.raises(Exception, match="FreshBooks"):
            bench.get()
        assert len(bench.server.asked) == 1


def test_a_redirect_is_not_followed() -> None:
    with Bench(Say(302, headers={"Location": "http://127.0.0.1:9/stolen"})) as bench:
        with pytest.raises(Unreachable):
            bench.get()
        assert len(bench.server.asked) == 1


def test_the_wait_that_the_service_asks_for_is_kept() -> None:
    with Bench(Say(429, headers={"Retry-After": "17"}), Say(body=GOOD)) as bench:
        bench.get()
        assert bench.cancel.waits == [17.0]


def test_a_wait_on_a_success_is_not_meant() -> None:
    with Bench(Say(body=GOOD, headers={"Retry-After": "17"})) as bench:
        bench.get()
        bench.get()
        assert bench.cancel.waits == []


def test_a_wait_of_an_hour_is_handed_on_instead() -> None:
    with Bench(Say(429, headers={"Retry-After": "3000"})) as bench:
        with pytest.raises(RateLimited) as caught:
            bench.get()
        assert caught.value.retry_after == 3000.0
        assert bench.cancel.waits == []


def test_with_nothing_left_in_the_window_the_next_read_rests_until_it_ends() -> None:
    spent = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": RESET, "Retry-After": "9"}
    with Bench(Say(body=GOOD, headers=spent), Say(body=GOOD)) as bench:
        bench.get()
        bench.get()
        bench.get()
        assert len(bench.cancel.waits) == 1
        assert 0 < bench.cancel.waits[0] <= 120.0


def test_the_end_of_the_window_is_told_by_the_services_own_clock() -> None:
    clock = HandClock()
    clock.move(-86400)
    pace = Pace(clock)
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": RESET, "date": DATE}
    pace.note(Answer(200, headers, b""))
    assert pace.seconds_left() == 30.0
    clock.move(30)
    assert pace.seconds_left() == 0.0


def _says(left: int, reset: str = RESET, limit: int = 600) -> Answer:
    named = {"limit": str(limit), "remaining": str(left), "reset": reset}
    return Answer(200, {"date": DATE} | {f"x-ratelimit-{k}": v for k, v in named.items()}, b"")


def test_several_readers_together_never_ask_for_more_than_is_left() -> None:
    clock = HandClock()
    pace, cancel = Pace(clock), HandCancel(clock, stop_after=1)
    assert pace.room() == 0  # nothing was said yet
    pace.note(_says(3))
    with pace.turn(cancel), pace.turn(cancel):
        assert pace.room() == 1
        with pace.turn(cancel):
            assert pace.room() == 0
            with pytest.raises(StoppedError), pace.turn(cancel):
                pytest.fail("a fourth would be refused")
    assert pace.room() == 3


def test_an_answer_that_comes_late_gives_nothing_back() -> None:
    pace = Pace(HandClock())
    pace.note(_says(4))
    pace.note(_says(5))
    assert pace.room() == 4
    pace.note(_says(599, str(int(RESET) + 60)))
    pace.note(_says(3))  # of the window before
    assert pace.room() == 599


def test_a_window_that_is_over_gives_room_for_the_next() -> None:
    clock = HandClock()
    pace, cancel = Pace(clock), HandCancel(clock)
    pace.note(_says(0))
    assert (pace.room(), pace.seconds_left()) == (0, 30.0)
    with pace.turn(cancel):
        assert cancel.waits == [30.0]
        assert pace.room() == 599


def test_when_one_reader_is_asked_to_wait_all_do() -> None:
    with Bench(Say(429, {"message": "no"}, {"Retry-After": "7"}), Say(body=GOOD)) as bench:
        other = HandCancel(bench.clock, stop_after=1)

        def wait(seconds: float) -> None:
            with pytest.raises(StoppedError):
                bench.over.get("/x", [], lambda answer: answer, other)
            bench.clock.move(seconds)

        bench.cancel.wait = wait  # type: ignore[method-assign]
        bench.get()
        assert other.waits == [7.0]
        assert len(bench.server.asked) == 2


def test_a_cancel_ends_a_wait_and_asks_nothing_more() -> None:
    with Bench(Say(500)) as bench:
        bench.cancel = HandCancel(bench.clock, stop_after=1)
        with pytest.raises(StoppedError):
            bench.get()
        assert len(bench.server.asked) == 1
        with pytest.raises(StoppedError):
            bench.get()
        assert len(bench.server.asked) == 1


def test_a_refused_bearer_is_renewed_once_and_the_read_goes_on() -> None:
    refused = Say(401, {"error": "unauthenticated", "error_description": "no"})
    with Bench(refused, Say(body=GOOD)) as bench:
        assert bench.get() == ["payments"]
        assert bench.bearers == ["Bearer old-access", "Bearer new-access"]
        assert bench.tokens.refused == ["old-access"]
    with Bench(refused) as bench:
        with pytest.raises(SignInAgain):
            bench.get()
        assert len(bench.server.asked) == 2
        assert bench.tokens.refused == ["old-access"]


def test_a_connection_serves_one_read_after_the_other_whoever_reads() -> None:
    with Bench(Say(body=GOOD)) as bench:
        for _ in range(2):
            bench.get()
            other = threading.Thread(target=bench.get)
            other.start()
            other.join()
        assert len({asked.peer for asked in bench.server.asked}) == 1


def test_an_answer_without_an_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "MAX_BYTES", 1000)
    with Bench(Say(body=b"x" * 2000)) as bench, pytest.raises(Unreachable):
        bench.get()


def test_an_answer_that_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "READ_SECONDS", 0.05)
    over = threading.Event()

    def script(asked: Asked) -> Say:
        del asked
        over.wait(30)
        return Say(drop=True)

    with ScriptedServer(script) as server:
        transport = FreshBooksTransport(
            Endpoints(server.url, server.url), "client", FixedTokens(), HandClock()
        )
        with pytest.raises(Unreachable, match="in time"):
            transport.get("/x", [], lambda answer: answer, HandCancel())
        over.set()
        transport.close()


@pytest.fixture
def hostile_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A proxy, a password file and a foreign certificate store, as a user's machine may have."""
    home = tmp_path_factory.mktemp("home")
    (home / ".netrc").write_text("machine 127.0.0.1 login eve password stolen\n")
    (home / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NETRC", str(home / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(home / "none.pem"))


@pytest.mark.usefixtures("hostile_environment")
def test_nothing_is_taken_from_the_environment() -> None:
    with Bench(Say(body=GOOD)) as bench:
        bench.get()
        assert bench.bearers == ["Bearer old-access"]


def test_cookies_are_not_kept() -> None:
    with Bench(Say(body=GOOD, headers={"Set-Cookie": "a=b; Path=/"})) as bench:
        bench.get()
        bench.get()
        assert "Cookie" not in bench.server.asked[1].headers


def test_certificates_are_always_checked() -> None:
    with open_session() as session:
        assert session.verify is True
        assert session.trust_env is False


def test_a_bearer_is_never_sent_over_plain_http_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    for url in ("http://api.freshbooks.com/x", "http://127.0.0.1@example.com/x", "ftp://x/"):
        request = requests.Request("GET", "https://x/").prepare()
        request.url = url
        with pytest.raises(requests.exceptions.InvalidURL):
            Bearer("client", "secret")(request)
        assert "Authorization" not in request.headers


def test_loopback_needs_no_switch_of_a_library() -> None:
    assert "OAUTHLIB_INSECURE_TRANSPORT" not in os.environ
    request = requests.Request("GET", "http://127.0.0.1:8000/x").prepare()
    assert Bearer("client", "secret")(request).headers["Authorization"] == "Bearer secret"


BAD_BASES = [
    "http://api.freshbooks.com",
    "ftp://api.freshbooks.com",
    "api.freshbooks.com",
    "http://localhost.example.com",
    "https://",
    "https://user:word@api.freshbooks.com",
    "http://127.0.0.1:99999",
    "http://[::1",
]


@pytest.mark.parametrize("url", BAD_BASES)
@pytest.mark.parametrize(
    "build",
    [
        lambda url: Endpoints(url, "https://auth.freshbooks.com"),
        lambda url: Endpoints("https://api.freshbooks.com", url),
        lambda url: RegisteredApp("id", "secret", url),
    ],
)
def test_plain_http_is_for_this_computer_only(build: Callable[[str], object], url: str) -> None:
    with pytest.raises(WrongUsage):
        build(url)


def test_loopback_may_be_plain_and_a_slash_at_the_end_is_nothing() -> None:
    for url in ("http://127.0.0.1:81/", "http://localhost/", "http://[::1]:82"):
        assert Endpoints(url, url).api_base == url.rstrip("/")


def test_the_apps_secret_does_not_show() -> None:
    app = RegisteredApp("my-id", "my-secret", "https://localhost/callback")
    assert "my-secret" not in repr(app)
