"""A computer's clock that is wrong, or jumps: bearers stay good and renewals stay few."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from fbrecon.freshbooks.keeper import SignInState, TokenKeeper
from fbrecon.freshbooks.tokens import TokenRecord, Tokens
from tests.fakes.freshbooks_bench import HandClock
from tests.fakes.freshbooks_token_desk import pair
from tests.fakes.scripted_http import Asked
from tests.faults.token_player import open_keeper
from tests.faults.tokens_bench import HOUR, TokensBench

LIFE = timedelta(hours=12)
OFFSETS = [-25 * HOUR, -600, 600, 25 * HOUR]


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with TokensBench(tmp_path / "home") as bench:
        world = World(bench)
        monkeypatch.setattr(
            BaseHTTPRequestHandler,
            "date_time_string",
            lambda *_: format_datetime(bench.clock.now(), usegmt=True),
        )
        yield world


class World:
    """The service tells the true time; this computer has a clock of its own."""

    def __init__(self, bench: TokensBench) -> None:
        self.bench = bench
        self.true = bench.clock
        self.ours = HandClock(self.true.now())
        self.issued = {1: self.true.now()}
        self.refusals = 0
        bench.on_token = self._note

    def _note(self, asked: Asked) -> None:
        self.issued[self.bench.live + 1] = self.true.now()

    def sign_in(self) -> None:
        """With the clock as it is: the answer tells how far it is off."""
        body = json.dumps(pair(self.bench.live, self.true)).encode()
        skew = round((self.true.now() - self.ours.now()).total_seconds())
        record = TokenRecord(body, int(self.ours.now().timestamp()), skew=skew)
        self.open().keep(record)

    def open(self) -> TokenKeeper:
        return open_keeper(
            self.bench.home, self.bench.server.url, self.ours, vault=self.bench.vault
        )

    def pass_time(self, seconds: float) -> None:
        self.true.move(seconds)
        self.ours.move(seconds)

    def jump(self, seconds: float) -> None:
        """Somebody sets this computer's clock."""
        self.ours.set_wall(self.ours.now() + timedelta(seconds=seconds))

    def is_good(self, tokens: Tokens) -> bool:
        number = int(tokens.access.removeprefix("access-"))
        return self.true.now() < self.issued[number] + LIFE

    def use(self, keeper: TokenKeeper) -> None:
        """One request, as the transport makes it: a refused bearer is renewed once."""
        tokens = keeper.current()
        if not self.is_good(tokens):
            self.refusals += 1
            tokens = keeper.renew(tokens)
        assert self.is_good(tokens)


@pytest.mark.parametrize("offset", OFFSETS)
def test_a_clock_that_was_wrong_from_the_start_changes_nothing(world: World, offset: int) -> None:
    world.jump(offset)
    world.sign_in()
    keeper = world.open()
    for _ in range(36):
        world.pass_time(HOUR)
        world.use(keeper)
    assert world.refusals == 0
    assert world.bench.calls == 6  # one at half of each life
    assert keeper.state() == (SignInState.KEPT, "")


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("offset", OFFSETS)
def test_a_clock_that_jumps_costs_one_refused_bearer_or_one_renewal_a_jump(
    world: World, offset: int, back: bool, restarts: bool
) -> None:
    keeper = world.open()
    jumps = 0
    for hour in range(36):
        if hour == 4 or (back and hour in (5, 20)):
            world.jump(offset if hour == 4 else -offset)
            jumps += 1
        world.pass_time(HOUR)
        world.use(world.open() if restarts else keeper)
    assert world.refusals <= jumps
    assert world.bench.calls <= 6 + jumps
    assert world.bench.replays == []
    assert world.open().state() == (SignInState.KEPT, "")


def test_a_clock_that_jumps_every_minute_cannot_order_a_renewal_every_minute(world: World) -> None:
    keeper = world.open()
    for minute in range(120):
        world.jump(25 * HOUR if minute % 2 else -25 * HOUR)
        world.pass_time(60)
        world.use(keeper)
    assert world.bench.calls <= 2 * 4 + world.refusals
