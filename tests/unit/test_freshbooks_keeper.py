"""One-time refresh tokens: used once, and written before they are used."""

from __future__ import annotations

import base64
import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

import pytest

from fbrecon.errors import SignInAgain
from fbrecon.freshbooks.keeper import SignInState, TokenKeeper
from fbrecon.freshbooks.registration import Endpoints, RegisteredApp
from fbrecon.freshbooks.tokens import TokenRecord
from tests.fakes.freshbooks_bench import NOW, HandClock, MemoryVault
from tests.fakes.freshbooks_token_desk import APP, HALF, Desk, kept_body, pair
from tests.fakes.scripted_http import Asked, Say


@pytest.fixture(autouse=True)
def undated_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stands in the tests' own time, so it must not tell the machine's."""
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: "")


def test_a_fresh_pair_is_used_without_a_call() -> None:
    with Desk() as desk:
        tokens = desk.keeper().current()
        assert (tokens.access, tokens.refresh, tokens.generation) == ("access-1", "refresh-1", 1)
        assert tokens.expires_at == NOW + timedelta(hours=12)
        assert desk.calls == 0


def test_half_way_through_its_life_a_pair_is_renewed_with_all_fields() -> None:
    with Desk() as desk:
        desk.clock.move(HALF - 1)
        assert desk.keeper().current().access == "access-1"
        desk.clock.move(1)
        assert desk.keeper().current().access == "access-2"
        asked = desk.server.asked[0]
        assert asked.path == "/auth/oauth/token"
        assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
        assert parse_qs(asked.body.decode()) == {
            "client_id": ["my-id"],
            "client_secret": ["my-secret"],
            "grant_type": ["refresh_token"],
            "refresh_token": ["refresh-1"],
            "redirect_uri": ["https://localhost/callback"],
        }
        assert "Authorization" not in asked.headers
        assert desk.keeper().current().generation == 2
        assert desk.calls == 1


def test_another_process_uses_what_the_first_one_renewed() -> None:
    with Desk() as desk:
        one, other = desk.keeper(), desk.keeper()
        refused = other.current()
        one.renew(one.current())
        assert other.renew(refused).access == "access-2"
        assert desk.calls == 1


def test_many_threads_with_a_refused_bearer_renew_it_once() -> None:
    with Desk() as desk:
        keepers = [desk.keeper(), desk.keeper()]
        refused = keepers[0].current()
        start = threading.Barrier(8)
        got: list[str] = []

        def work(keeper: TokenKeeper) -> None:
            start.wait()
            got.append(keeper.renew(refused).access)

        threads = [threading.Thread(target=work, args=(keepers[n % 2],)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert got == ["access-2"] * 8
        assert desk.calls == 1


def test_the_call_is_made_under_the_lock_after_the_beginning_was_written() -> None:
    with Desk() as desk:

        def look(asked: Asked) -> None:
            del asked
            head = json.loads(desk.vault.secrets[desk.keeper().name])
            seen.append((desk.vault.held, head["begun"]))

        seen: list[tuple[int, bool]] = []
        desk.fault = look
        keeper = desk.keeper()
        keeper.renew(keeper.current())
        assert seen == [(1, True)]


def test_the_answer_is_written_before_the_head_points_to_it() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.vault.puts.clear()
        keeper.renew(keeper.current())
        assert desk.vault.puts == [keeper.name, f"{keeper.name}.b", keeper.name]
        assert b"refresh-1" in kept_body(desk.vault, f"{keeper.name}.a")


def test_a_crash_between_the_answer_and_the_head_loses_nothing() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        before = desk.vault.secrets[keeper.name]
        keeper.renew(keeper.current())
        desk.vault.secrets[keeper.name] = before  # the head was not written
        again = desk.keeper()
        assert again.renew(again.current()).access == "access-2"
        assert desk.calls == 1


def test_a_crash_before_the_answer_tries_the_same_token_once_more() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        head = json.loads(desk.vault.secrets[keeper.name])
        desk.vault.secrets[keeper.name] = json.dumps({**head, "begun": True}).encode()
        assert keeper.renew(keeper.current()).access == "access-2"


def test_the_end_of_life_is_the_tokens_own_claim_where_it_has_one() -> None:
    clock = HandClock()
    ends = int(clock.now().timestamp()) + 999
    claims = base64.urlsafe_b64encode(json.dumps({"exp": ends}).encode()).decode().rstrip("=")
    body = json.dumps(pair(1, clock, access_token=f"h.{claims}.s", created_at=5)).encode()
    tokens = TokenRecord(body, int(clock.now().timestamp()), skew=0).find_tokens()
    assert tokens is not None
    assert tokens.expires_at == NOW + timedelta(seconds=999)


def test_the_end_of_life_is_told_by_this_computers_clock() -> None:
    clock = HandClock()
    body = json.dumps(pair(1, clock, created_at=int(NOW.timestamp()) + 600)).encode()
    tokens = TokenRecord(body, int(NOW.timestamp()), skew=600).find_tokens()
    assert tokens is not None
    assert tokens.expires_at == NOW + timedelta(hours=12)


def test_forgetting_revokes_and_leaves_nothing() -> None:
    with Desk() as desk:
        desk.fault = lambda _: Say(body={})
        keeper = desk.keeper()
        assert keeper.forget(revoke=True)
        assert desk.server.asked[0].path == "/auth/oauth/revoke"
        assert parse_qs(desk.server.asked[0].body.decode())["token"] == ["refresh-1"]
        assert desk.vault.secrets == {}
        assert keeper.state() == (SignInState.NONE, "")
        with pytest.raises(SignInAgain):
            keeper.current()


def test_forgetting_works_without_the_service() -> None:
    with Desk() as desk:
        desk.fault = lambda _: Say(drop=True)
        assert not desk.keeper().forget(revoke=True)
        assert desk.vault.secrets == {}


def test_sign_ins_of_other_places_apps_and_people_lie_apart() -> None:
    vault, clock = MemoryVault(), HandClock()
    real = Endpoints()
    local = Endpoints("http://127.0.0.1:1", "http://127.0.0.1:2")
    other = RegisteredApp("other-id", "s", "https://localhost/callback")
    names = {
        TokenKeeper(vault, clock, real, APP, "1").name,
        TokenKeeper(vault, clock, local, APP, "1").name,
        TokenKeeper(vault, clock, real, other, "1").name,
        TokenKeeper(vault, clock, real, APP, "2").name,
    }
    assert len(names) == 4


def test_no_token_shows() -> None:
    record = TokenRecord(json.dumps(pair(1, HandClock())).encode(), 0, 0)
    assert "refresh-1" not in repr(record)
    assert "refresh-1" not in repr(record.find_tokens())
    assert "access-1" not in repr(record.find_tokens())
