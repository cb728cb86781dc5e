"""A program that ends, or whose disk is full, while a sign-in is renewed: the pair is not lost."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import apsw
import pytest

from fbrecon.bootstrap import Environment, Program
from fbrecon.errors import SecretsError, Unreachable
from fbrecon.freshbooks.keeper import SignInState
from fbrecon.freshbooks.unbroken import Unbroken
from fbrecon.store.vault import RESERVE_NAME, Vault
from fbrecon.sync.progress import Cancelled, CancelToken
from tests.fakes.scripted_http import Asked, Say
from tests.faults.token_player import OpenKey
from tests.faults.tokens_bench import HOUR, TokensBench


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokensBench]:
    # The server stands in the tests' own time, so it must not tell the machine's.
    monkeypatch.setattr(BaseHTTPRequestHandler, "date_time_string", lambda *_: "")
    with TokensBench(tmp_path / "home") as bench:
        yield bench


# ---- ending


@pytest.mark.skipif(os.name != "posix", reason="signals a forked process")
def test_ctrl_c_while_the_answer_is_on_its_way_does_not_lose_it(bench: TokensBench) -> None:
    def interrupt(asked: Asked) -> Say | None:
        bench.on_token = None
        bench.signal_asker(asked, signal.SIGINT)
        return None

    player = bench.player()
    bench.clock.move(7 * HOUR)
    bench.on_token = interrupt
    assert player.ask("current") == {"interrupted": True}
    assert bench.live == 2
    assert bench.keeper().state() == (SignInState.KEPT, "")
    assert bench.keeper().current().access == "access-2"
    assert bench.calls == 1


def test_a_program_that_ends_waits_for_what_has_begun_and_begins_no_more() -> None:
    unbroken = Unbroken()
    may_end, has_begun = threading.Event(), threading.Event()
    done: list[str] = []

    def renew() -> None:
        has_begun.set()
        may_end.wait()
        done.append("kept")

    caller = threading.Thread(target=unbroken.run, args=(renew,))
    caller.start()
    has_begun.wait()
    assert not unbroken.end(within=0)
    with pytest.raises(Unreachable, match="ending"):
        unbroken.run(lambda: done.append("begun all the same"))
    may_end.set()
    assert unbroken.end()
    caller.join()
    assert done == ["kept"]


def test_what_goes_wrong_is_told_to_whoever_waits_for_it() -> None:
    with pytest.raises(ZeroDivisionError):
        Unbroken().run(lambda: 1 // 0)


# ---- no room


class FullDisk(apsw.VFS):
    """Takes nothing more while it is full. Room that somebody gives back counts."""

    def __init__(self, reserve: Path) -> None:
        self.reserve = reserve
        self.is_full = False
        self.real = apsw.vfs_names()[0]
        super().__init__("full disk", self.real, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> _FullFile:
        return _FullFile(self, name, flags)


class _FullFile(apsw.VFSFile):
    def __init__(self, disk: FullDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(disk.real, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        if self._disk.is_full and self._disk.reserve.exists():
            raise apsw.FullError("no room")
        super().xWrite(data, offset)


class _CrowdedFile(_FullFile):
    def xWrite(self, data: bytes, offset: int) -> None:
        if self._disk.is_full:
            raise apsw.FullError("no room")
        super().xWrite(data, offset)


class CrowdedDisk(FullDisk):
    """Others take whatever room is given back."""

    def xOpen(self, name: Any, flags: list[int]) -> _FullFile:
        return _CrowdedFile(self, name, flags)


def _on(disk: FullDisk, bench: TokensBench) -> Iterator[FullDisk]:
    """The vault of the bench, opened again on that disk."""
    bench.vault.close()
    bench.vault = Vault(bench.home, OpenKey())
    yield disk
    bench.vault.close()
    disk.unregister()


@pytest.fixture
def full_disk(bench: TokensBench) -> Iterator[FullDisk]:
    yield from _on(FullDisk(bench.home / RESERVE_NAME), bench)


@pytest.fixture
def crowded_disk(bench: TokensBench) -> Iterator[FullDisk]:
    yield from _on(CrowdedDisk(bench.home / RESERVE_NAME), bench)


@pytest.mark.loud
def test_a_disk_that_fills_up_while_the_answer_is_on_its_way_has_room_for_it(
    bench: TokensBench, full_disk: FullDisk
) -> None:
    def fill(asked: Asked) -> None:
        full_disk.is_full = True

    bench.on_token = fill
    bench.clock.move(7 * HOUR)
    keeper = bench.keeper()
    assert keeper.current().access == "access-2"
    assert not keeper.has_unsaved
    assert not full_disk.reserve.exists()
    full_disk.is_full = False
    assert bench.keeper().current().access == "access-2"
    bench.vault.close()
    bench.vault = Vault(bench.home, OpenKey())
    assert full_disk.reserve.stat().st_size >= 64 * 1024
    assert bench.calls == 1


@pytest.mark.loud
def test_without_any_room_the_pair_is_used_from_memory_and_written_when_there_is(
    bench: TokensBench, crowded_disk: FullDisk
) -> None:
    def fill(asked: Asked) -> None:
        crowded_disk.is_full = True

    bench.on_token = fill
    bench.clock.move(7 * HOUR)
    keeper = bench.keeper()
    assert keeper.current().access == "access-2"
    assert not keeper.save_unsaved()
    crowded_disk.is_full = False
    assert keeper.save_unsaved()
    assert bench.keeper().current().access == "access-2"
    assert bench.calls == 1


class Waiting(CancelToken):
    """Counts the waits; at the last one the disk has room again, or never."""

    def __init__(self) -> None:
        super().__init__()
        self.waits = 0

    def wait(self, seconds: float) -> None:
        self.waits += 1
        if self.is_cancelled:
            raise Cancelled


class StubbornDoors:
    """Renewed sign-ins that cannot be written for so many tries."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals

    def save_unsaved(self) -> bool:
        self.refusals -= 1
        return self.refusals < 0


@pytest.mark.parametrize(("refusals", "waits"), [(0, 0), (3, 3)])
def test_the_program_does_not_end_before_the_pair_is_written(
    tmp_path: Path, refusals: int, waits: int
) -> None:
    program = Program(Environment(tmp_path / "home", secrets="session"))
    program.doors = StubbornDoors(refusals)  # type: ignore[assignment]
    waiting = Waiting()
    program.close(waiting)
    assert waiting.waits == waits


def test_a_pair_that_will_be_lost_is_told(tmp_path: Path) -> None:
    program = Program(Environment(tmp_path / "home", secrets="session"))
    program.doors = StubbornDoors(1000)  # type: ignore[assignment]
    waiting = Waiting()
    with pytest.raises(SecretsError, match="gives it only once"):
        program.close(waiting)
    assert waiting.waits == 30
