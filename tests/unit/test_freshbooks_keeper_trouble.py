"""Lost answers, refused sign-ins, full disks and wrong clocks: no token is thrown away."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

import pytest

from fbrecon.errors import SecretsError, SignInAgain, Unreachable
from fbrecon.freshbooks.keeper import SignInState
from fbrecon.freshbooks.tokens import TokenRecord
from tests.fakes.freshbooks_bench import NOW, MemoryVault
from tests.fakes.freshbooks_token_desk import HALF, INVALID, Desk, kept_body, lose_answer, pair
from tests.fakes.scripted_http import Asked, Say


@pytest.fixture(autouse=True)
def undated_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stands in the tests' own time, so it must not tell the machine's."""
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: "")


@pytest.mark.loud
def test_a_lost_answer_leaves_the_old_bearer_in_use_until_it_ends() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.fault = lose_answer(desk)
        desk.clock.move(HALF)
        assert keeper.current().access == "access-1"
        assert keeper.state() == (SignInState.KEPT, "")
        desk.fault = None
        desk.clock.move(301)
        assert keeper.current().access == "access-1"
        state, reason = keeper.state()
        assert state is SignInState.RECONNECT
        assert "lost" in reason
        calls = desk.calls
        desk.clock.move(3600)
        assert keeper.current().access == "access-1"
        assert desk.calls == calls
        desk.clock.move(HALF)
        with pytest.raises(SignInAgain, match="lost"):
            keeper.current()
        assert desk.calls == calls
        assert len(desk.vault.secrets) >= 2


@pytest.mark.loud
def test_a_failed_early_renewal_is_not_tried_at_every_request() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.fault = lambda _: Say(503, {"message": "later"})
        desk.clock.move(HALF)
        for _ in range(5):
            assert keeper.current().access == "access-1"
        assert desk.calls == 1


def test_an_undelivered_request_is_simply_made_again() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        tokens = keeper.current()
        desk.fault = lambda _: Say(503, {"message": "later"})
        with pytest.raises(Unreachable):
            keeper.renew(tokens)
        desk.fault = None
        assert keeper.renew(tokens).access == "access-2"


@pytest.mark.parametrize(
    ("say", "word"),
    [
        (INVALID, "ended in FreshBooks"),
        (Say(401, {"error": "invalid_client", "error_description": "x"}), "client id"),
    ],
)
def test_a_refused_sign_in_is_marked_and_kept(say: Say, word: str) -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.fault = lambda _: say
        with pytest.raises(SignInAgain, match=word):
            keeper.renew(keeper.current())
        assert keeper.state()[0] is SignInState.RECONNECT
        assert b"refresh-1" in kept_body(desk.vault, f"{keeper.name}.a")
        with pytest.raises(SignInAgain, match=word):
            desk.keeper().renew(keeper.current())
        assert desk.calls == 1


def test_a_replayed_token_marks_the_sign_in_and_a_new_one_heals_it() -> None:
    with Desk() as desk:
        desk.live = 9
        keeper = desk.keeper()
        with pytest.raises(SignInAgain):
            keeper.renew(keeper.current())
        body = json.dumps(pair(9, desk.clock)).encode()
        keeper.keep(TokenRecord(body, int(NOW.timestamp()), skew=0))
        assert keeper.state() == (SignInState.KEPT, "")
        assert keeper.current().access == "access-9"
        assert keeper.renew(keeper.current()).access == "access-10"


@pytest.mark.parametrize("body", [b"{}", b"<html>", b'{"access_token": "a"}', b'{"acc'])
def test_an_unreadable_answer_is_kept_and_asks_for_a_sign_in(body: bytes) -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.fault = lambda _: Say(body=body)
        with pytest.raises(SignInAgain, match="could not be read"):
            keeper.renew(keeper.current())
        assert kept_body(desk.vault, f"{keeper.name}.b") == body
        assert keeper.state()[0] is SignInState.RECONNECT
        assert desk.keeper().current().access == "access-1"


def test_an_answer_cut_short_is_lost() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        desk.fault = lambda asked: Say(body=desk.rotate(asked).body, cut=3)
        with pytest.raises(Unreachable):
            keeper.renew(keeper.current())
        desk.fault = None
        with pytest.raises(SignInAgain, match="lost"):
            keeper.renew(keeper.current())


class Unlocked(MemoryVault):
    """A vault whose locks hold nobody up, as where somebody deleted their files."""

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        del name
        yield


@pytest.mark.parametrize("loses_answer", [False, True])
def test_who_comes_second_does_not_write_over_what_the_first_was_given(loses_answer: bool) -> None:
    with Desk() as desk:
        unlocked = Unlocked()
        unlocked.secrets = desk.vault.secrets
        desk.vault = unlocked
        first, second = desk.keeper(), desk.keeper()
        refused = second.current()

        held = threading.Event()

        def hold(asked: Asked) -> Say:
            held.set()
            return Say(drop=True) if loses_answer else desk.rotate(asked)

        # The first one has its pair before the second one's request, with the same token, comes.
        original = second._endpoint.renew

        def late(refresh_token: str) -> TokenRecord:
            assert first.renew(refused).access == "access-2"
            desk.fault = hold
            return original(refresh_token)

        second._endpoint.renew = late  # type: ignore[method-assign]
        assert second.renew(refused).access == "access-2"
        assert held.is_set()
        assert desk.keeper().state() == (SignInState.KEPT, "")
        desk.fault = None
        assert desk.keeper().renew(first.current()).access == "access-3"


@pytest.mark.loud
def test_a_vault_that_cannot_write_keeps_the_new_pair_in_memory_and_tries_again() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        tokens = keeper.current()

        def fill_disk(asked: Asked) -> None:
            del asked
            desk.vault.refuse_puts = 2

        desk.fault = fill_disk
        assert keeper.renew(tokens).access == "access-2"
        assert [keeper.has_unsaved, keeper.current().access] == [True, "access-2"]
        desk.vault.refuse_puts = 2
        with pytest.raises(SecretsError, match="once more"):
            keeper.renew(keeper.current())
        assert keeper.renew(tokens).access == "access-2"
        assert [keeper.has_unsaved, keeper.current().access] == [False, "access-2"]
        assert desk.keeper().current().access == "access-2"
        assert desk.calls == 1


def test_nothing_is_sent_unless_its_beginning_could_be_written() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        tokens = keeper.current()
        desk.vault.refuse_puts = 1
        with pytest.raises(SecretsError):
            keeper.renew(tokens)
        assert desk.calls == 0


def test_a_clock_that_makes_fresh_pairs_look_old_cannot_order_renewals_without_end() -> None:
    with Desk() as desk:
        desk.fault = lambda asked: Say(
            body=pair(desk.live + 1, desk.clock, created_at=0, expires_in=43_199)
        )
        keeper = desk.keeper()
        desk.clock.move(HALF)
        for _ in range(5):
            keeper.current()
        assert desk.calls == 1
        for _ in range(12):
            desk.clock.move(601)
            keeper.current()
        assert desk.calls <= 1 + 8


def test_renewals_that_are_refused_at_once_come_to_an_end() -> None:
    with Desk() as desk:
        keeper = desk.keeper()
        for _ in range(4):
            keeper.renew(keeper.current())
        with pytest.raises(SignInAgain, match="keeps refusing"):
            keeper.renew(keeper.current())
        assert desk.calls == 4
