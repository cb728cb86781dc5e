"""Writes that break on their way: not applied only where no byte can have left."""

from __future__ import annotations

import json
import socket
import threading
from dataclasses import replace
from typing import Any, NoReturn

import pytest

from fbrecon.errors import SignInAgain, Unreachable
from fbrecon.freshbooks import exchange as exchange_module
from fbrecon.freshbooks.judging import judge_payment
from fbrecon.freshbooks.tokens import Tokens
from tests.fakes.freshbooks_bench import BUSINESS, FixedTokens
from tests.fakes.freshbooks_sends import DRAFT, books, send, wrapped
from tests.fakes.scripted_http import Asked, Say, ScriptedServer


def test_an_answer_cut_at_any_byte_is_ambiguous() -> None:
    body = json.dumps(wrapped()).encode()

    def script(asked: Asked) -> Say:
        kept = int(asked.path.rsplit("-", 1)[1].split("/")[0])
        return Say(body=body, cut=len(body) - kept)

    with ScriptedServer(script) as server:
        for kept in range(0, len(body), 3):
            to = books(server.url)
            to.business = _business(f"cut-{kept}")
            assert to.send_payment(to.render_payment(DRAFT)).kind == "ambiguous", kept


def test_an_answer_without_a_length_cut_at_any_byte_is_ambiguous() -> None:
    body = json.dumps(wrapped()).encode()
    sent = books("https://x").render_payment(DRAFT)
    for kept in range(len(body)):
        assert judge_payment(sent, body[:kept], 200) is None
    assert judge_payment(sent, body, 200) is not None


def _business(account_id: str) -> Any:
    return replace(BUSINESS, account_id=account_id)


class NoTokens(FixedTokens):
    """A sign-in that is over, or out of reach."""

    def __init__(self, problem: Exception, *, at_first: bool) -> None:
        super().__init__()
        self._problem = problem
        self._at_first = at_first

    def current(self, *, seconds_needed: float = 0.0) -> Tokens:
        if self._at_first:
            raise self._problem
        return super().current(seconds_needed=seconds_needed)

    def renew(self, refused: Tokens) -> NoReturn:
        raise self._problem


def test_without_a_sign_in_nothing_is_sent() -> None:
    outcome, asked = send(
        Say(body=wrapped()), NoTokens(SignInAgain("Sign in", "It is over.", "x"), at_first=True)
    )
    assert (outcome.kind, outcome.sign_in_again, asked) == ("not_applied", True, [])
    outcome, asked = send(
        Say(body=wrapped()), NoTokens(Unreachable("Away", "Out of reach.", "x"), at_first=True)
    )
    assert (outcome.kind, outcome.sign_in_again, asked) == ("not_applied", False, [])


def test_a_refused_bearer_that_cannot_be_renewed_asks_for_a_sign_in() -> None:
    refusal = Say(401, {"error": "unauthenticated", "error_description": "No."})
    tokens = NoTokens(SignInAgain("Sign in", "It is over.", "x"), at_first=False)
    outcome, _ = send(refusal, tokens)
    assert (outcome.kind, outcome.sign_in_again) == ("not_applied", True)


@pytest.mark.loud
def test_a_fault_of_our_own_after_sending_is_ambiguous() -> None:
    class Broken(FixedTokens):
        def renew(self, refused: Tokens) -> NoReturn:
            raise ZeroDivisionError

    outcome, _ = send(Say(401, {"error": "a", "error_description": "b"}), Broken())
    assert outcome.kind == "ambiguous"


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def test_a_refused_connection_means_nothing_was_sent() -> None:
    to = books(f"http://127.0.0.1:{closed_port()}")
    outcome = to.send_payment(to.render_payment(DRAFT))
    assert outcome.kind == "not_applied"


def test_an_unknown_host_means_nothing_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    to = books("https://api.freshbooks.com")
    assert to.send_payment(to.render_payment(DRAFT)).kind == "not_applied"


def test_a_connection_that_is_never_made_means_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise TimeoutError

    monkeypatch.setattr("urllib3.util.connection.create_connection", fail)
    to = books("https://api.freshbooks.com")
    assert to.send_payment(to.render_payment(DRAFT)).kind == "not_applied"


def test_a_failed_handshake_means_nothing_was_sent() -> None:
    with ScriptedServer(lambda _: Say(body=wrapped())) as server:
        to = books(server.url.replace("http://", "https://"))
        outcome = to.send_payment(to.render_payment(DRAFT))
        assert server.asked == []
    assert outcome.kind == "not_applied"


def test_a_server_that_hangs_up_without_reading_is_ambiguous() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]

        def hang_up() -> None:
            connection, _ = listener.accept()
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        to = books(f"http://127.0.0.1:{port}")
        outcome = to.send_payment(to.render_payment(DRAFT))
        thread.join()
    assert outcome.kind == "ambiguous"


def test_no_answer_in_time_is_ambiguous(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_module, "READ_SECONDS", 0.05)
    over = threading.Event()

    def script(asked: Asked) -> Say:
        del asked
        over.wait(30)
        return Say(drop=True)

    with ScriptedServer(script) as server:
        to = books(server.url)
        outcome = to.send_payment(to.render_payment(DRAFT))
        over.set()
    assert outcome.kind == "ambiguous"


@pytest.mark.loud
@pytest.mark.parametrize("problem", [OSError, ValueError, ConnectionResetError, MemoryError])
def test_no_error_after_the_first_byte_claims_that_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch, problem: type[Exception]
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise problem

    monkeypatch.setattr(exchange_module, "_read_whole", fail)
    outcome, asked = send(Say(body=wrapped()))
    assert outcome.kind == "ambiguous"
    assert len(asked) == 1


def test_each_write_has_a_connection_of_its_own() -> None:
    with ScriptedServer(lambda _: Say(body=wrapped())) as server:
        to = books(server.url)
        for _ in range(3):
            to.send_payment(to.render_payment(DRAFT))
        assert len({asked.peer for asked in server.asked}) == 3
        assert to.requests_made == 3
