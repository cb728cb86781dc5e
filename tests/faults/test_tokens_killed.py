"""A process that dies while it renews a sign-in: what the next one finds, row by row.

Only between the service's act and the durable write can a pair be lost. Then the old bearer serves
to its end, a person is told to sign in and why, and the spent token is tried once, never again.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from fbrecon.freshbooks.keeper import SignInState
from tests.conftest import scaled
from tests.fakes.scripted_http import Asked, Say
from tests.faults.tokens_bench import HOUR, Player, TokensBench

TIMES = scaled(2)
KILLED = {"killed": signal.SIGKILL}
KEPT = [SignInState.KEPT, ""]

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="forks and kills"),
    pytest.mark.timeout(60 + 5 * TIMES),
]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokensBench]:
    # The server stands in the tests' own time, so it must not tell the machine's.
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: "")
    with TokensBench(tmp_path / "home") as bench:
        yield bench


def expect_a_loss_that_is_told(bench: TokensBench, player: Player) -> None:
    """One try with the token that may be spent; the old bearer to its end; then a person."""
    old = f"access-{bench.live - 1}"
    said = player.ask("current")
    assert said["access"] == old
    state, reason = said["state"]
    assert state == SignInState.RECONNECT
    assert "lost on its way" in reason
    assert bench.replays == [f"refresh-{bench.live - 1}"]
    calls = bench.calls
    bench.clock.move(5 * HOUR)
    assert player.ask("current")["access"] == old
    bench.clock.move(HOUR)
    for do in ("current", "renew"):
        said = player.ask(do)
        assert (said["error"], said["why"]) == ("SignInAgain", reason)
    assert bench.calls == calls
    bench.replays.clear()
    bench.sign_in()
    assert player.ask("current")["state"] == KEPT


def test_before_the_request_nothing_is_lost(bench: TokensBench) -> None:
    player = bench.player()
    for time in range(1, TIMES + 1):
        bench.clock.move(7 * HOUR)
        assert player.ask("current", die_at="beginning kept") == KILLED
        assert bench.calls == time - 1
        said = player.ask("current")
        assert (said["access"], said["state"]) == (f"access-{time + 1}", KEPT)
        assert bench.calls == time
    assert bench.replays == []


def test_a_request_that_never_arrived_is_made_once_more(bench: TokensBench) -> None:
    player = bench.player()

    def lose_request(asked: Asked) -> Say:
        bench.on_token = None
        bench.kill_asker(asked)
        return Say(drop=True)

    for time in range(1, TIMES + 1):
        bench.clock.move(7 * HOUR)
        bench.on_token = lose_request
        assert player.ask("current") == KILLED
        said = player.ask("current")
        assert (said["access"], said["state"]) == (f"access-{time + 1}", KEPT)
    assert bench.replays == []


def test_an_answer_that_nobody_received_is_a_loss_that_is_told(bench: TokensBench) -> None:
    player = bench.player()

    def lose_answer(asked: Asked) -> Say:
        bench.on_token = None
        bench.rotate(asked)
        bench.kill_asker(asked)
        return Say(drop=True)

    for _ in range(TIMES):
        bench.clock.move(6 * HOUR)
        bench.on_token = lose_answer
        assert player.ask("current") == KILLED
        expect_a_loss_that_is_told(bench, player)


def test_between_the_answer_and_its_writing_is_the_one_gap_that_remains(
    bench: TokensBench,
) -> None:
    player = bench.player()
    for _ in range(TIMES):
        bench.clock.move(6 * HOUR)
        assert player.ask("current", die_at="answered") == KILLED
        expect_a_loss_that_is_told(bench, player)


@pytest.mark.parametrize("point", ["answer kept", "head moved"])
def test_once_the_answer_is_kept_nothing_is_lost(bench: TokensBench, point: str) -> None:
    player = bench.player()
    for time in range(1, TIMES + 1):
        bench.clock.move(7 * HOUR)
        assert player.ask("current", die_at=point) == KILLED
        said = player.ask("current")
        assert (said["access"], said["state"]) == (f"access-{time + 1}", KEPT)
        assert bench.calls == time
    assert bench.replays == []


def test_a_recovery_that_is_killed_is_recovered(bench: TokensBench) -> None:
    player = bench.player()
    bench.clock.move(7 * HOUR)
    assert player.ask("current", die_at="answer kept") == KILLED
    for _ in range(TIMES):
        assert player.ask("renew", die_at="answer kept") == KILLED
    assert player.ask("renew", die_at="head moved") == KILLED
    assert player.ask("current")["access"] == "access-2"
    assert bench.calls == 1


def test_at_every_step_of_the_disk_the_vault_stays_whole(bench: TokensBench) -> None:
    """Killed before the n-th thing that SQLite asks of the disk once the answer is there."""
    player = bench.player()
    kept = lost = step = 0
    while True:
        step += 1
        bench.clock.move(6 * HOUR)
        said = player.ask("current", die_before_step=step)
        if said != KILLED:
            assert said["access"] == f"access-{bench.live}"
            assert said["state"] == KEPT
            break
        calls = bench.calls
        said = player.ask("current")
        if said["state"] == KEPT:
            kept += 1
            assert said["access"] == f"access-{bench.live}"
            assert bench.calls == calls
            assert bench.replays == []
        else:
            # Once it was durable it stays so: no later step may lose it.
            lost += 1
            assert kept == 0
            assert bench.replays == [f"refresh-{bench.live - 1}"]
            bench.replays.clear()
            bench.sign_in()
    assert min(kept, lost) > 5
    assert bench.live == step + 1
