"""Many threads of several processes want a bearer at once: one renewal, and all have its pair."""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.conftest import scaled
from tests.faults.tokens_bench import HOUR, TokensBench

THREADS, PROCESSES = 8, 2
ROUNDS = scaled(8)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokensBench]:
    # The server stands in the tests' own time, so it must not tell the machine's.
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: "")
    with TokensBench(tmp_path / "home") as bench:
        yield bench


@pytest.mark.timeout(60 + ROUNDS)
@pytest.mark.parametrize("how", ["expiry", "refused"])
def test_whoever_comes_together_causes_one_renewal_and_nothing_is_lost(
    bench: TokensBench, how: str
) -> None:
    players = [bench.player() for _ in range(PROCESSES)]
    for round_ in range(1, ROUNDS + 1):
        # The first meeting is always by the clock: nobody has a bearer that could be refused.
        bench.clock.move(13 * HOUR if how == "expiry" or round_ == 1 else 2 * HOUR)
        for player in players:
            player.order("race", threads=THREADS, how=how)
        for player in players:
            assert player.hear() == {"ready": True}
        for player in players:
            player.say("go")
        for player in players:
            assert player.hear() == {"got": [f"access-{round_ + 1}"] * THREADS}
        assert bench.calls == round_
        assert bench.keeper().current().refresh == f"refresh-{bench.live}"
    assert bench.replays == []
    assert bench.live == ROUNDS + 1
