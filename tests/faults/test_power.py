"""The power goes between any two writes, or the disk fails at any: nothing is sent unremembered.

The same payments are recorded over a disk that remembers. Then the files are put together as a cut
at each step may leave them, and a new program goes on with them in the world of that moment.
"""

from __future__ import annotations

import pickle
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import pytest

from fbrecon.store.database import CompanyFile
from tests.conftest import SCALE, scaled
from tests.fakes.send_counts import MemorySendCounts
from tests.faults.books_world import BooksWorld, marker_of
from tests.faults.checker import Checker
from tests.faults.disks import HOW, Disk, Failing, How, Recorder
from tests.faults.figures import Figures
from tests.faults.machine import SETTLE_AFTER, Machine
from tests.faults.scene import ROOM, Scene, make_scene, sums_by_marker
from tests.faults.wire import Wire, plugged_in

SHAPE = (2, 3)
PAUSES = (60.0, SETTLE_AFTER, SETTLE_AFTER / 3, SETTLE_AFTER / 3, SETTLE_AFTER, 60.0)

pytestmark = pytest.mark.loud  # what goes wrong is told in the log


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory: what is synced here is what the test's own disk calls so."""
    made = Path(ROOM) / f"fbrecon-power-{random.getrandbits(40):x}"
    made.mkdir()
    yield made
    shutil.rmtree(made)


@dataclass
class Recording:
    """One run over a disk that remembers, and the world as it was along the way."""

    recorder: Recorder
    scene: Scene
    moments: list[tuple[int, bytes]] = field(default_factory=list)  # step, world, platform, counts
    sends: list[tuple[int, str]] = field(default_factory=list)  # step, marker

    def moment(self, step: int) -> tuple[BooksWorld, object, MemorySendCounts]:
        """Everything outside the company file as it was when that step was asked for."""
        found = [content for at, content in self.moments if at <= step][-1]
        world, platform, counts = pickle.loads(found)
        return world, platform, counts

    def sent_by(self, step: int) -> list[str]:
        """The markers whose bytes had left by then."""
        return [marker for at, marker in self.sends if at <= step]


class NotingCounts(MemorySendCounts):
    """Tells when it is asked to keep something."""

    on_keep = staticmethod(lambda: None)

    def keep(self, company: str, sends: object) -> None:
        super().keep(company, sends)  # type: ignore[arg-type]
        self.on_keep()


def record(folder: Path) -> Recording:
    """All payments are recorded, with nothing going wrong."""
    scene = make_scene(SHAPE, even=False)
    world, platform, kept, path = scene.open(folder)
    counts = NotingCounts()
    counts.kept = kept.kept
    recorder = Recorder({path.name: path.read_bytes()})
    recording = Recording(recorder, scene)
    wire = Wire(world, "power")

    def note() -> None:
        plain = MemorySendCounts()
        plain.kept = dict(counts.kept)
        content = pickle.dumps((world, platform, plain))
        recording.moments.append((len(recorder.steps), content))

    counts.on_keep = note
    note()
    with plugged_in(wire, "power"), Disk(recorder):
        machine = Machine(wire, platform, path, scene.rules, counts, synchronous="FULL")
        machine.stores.file.sql("PRAGMA wal_autocheckpoint = 12")

        def sends(body: bytes) -> None:
            recording.sends.append((len(recorder.steps), marker_of(body)))

        def event(name: str) -> None:
            if name == "wire: has sent":
                note()

        machine.also_on_send, machine.also_on_event = sends, event
        machine.sync(whole=True)
        machine.sync(whole=False)
        assert not machine.failed, machine.failed
        machine.close()
    assert len(recording.sends) == SHAPE[1]
    return recording


def lay_out(folder: Path, files: dict[str, bytes]) -> Path:
    """A folder with just these files; the path of the company file in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / "company.db"


def go_on(recording: Recording, path: Path, step: int) -> Machine:
    """A new program on these files, in the world of that moment, until all has come to its end."""
    world, platform, counts = recording.moment(step)
    wire = Wire(world, f"power {step}")
    with plugged_in(wire, f"power {step}"):
        machine = Machine(wire, platform, path, recording.scene.rules, counts)  # type: ignore[arg-type]
        checker = Checker(world, sums_by_marker(platform, world, recording.scene.rules))  # type: ignore[arg-type]
        for pause in PAUSES:
            world.clock.seconds += pause
            machine.sync(whole=pause == PAUSES[0])
            if not machine.has_open():
                break
        figures = Figures()
        checker.file_replaced(machine)
        checker.end(machine, figures)
        assert figures.counts["posted"] == SHAPE[1], figures.counts
    return machine


@pytest.mark.parametrize("how", HOW)
def test_a_cut_between_any_two_writes_leaves_a_sound_file_that_knows_what_was_sent(
    folder: Path, how: How
) -> None:
    recording = record(folder)
    states = recording.recorder.iter_states(how, random.Random(how))
    checked = 0
    for step, files in enumerate(states):
        path = lay_out(folder / "cut", files)
        file = CompanyFile(path)
        assert file.check() == [], step
        begun = {row[0] for row in file.sql("SELECT marker FROM intent WHERE attempts > 0")}
        file.close()
        assert begun >= set(recording.sent_by(step)), step
        checked += 1
    assert checked > 60


@pytest.mark.parametrize("how", HOW)
def test_after_a_cut_each_payment_is_recorded_once(folder: Path, how: How) -> None:
    recording = record(folder)
    states = list(enumerate(recording.recorder.iter_states(how, random.Random(how))))
    chosen = random.Random(how).sample(states, min(len(states), scaled(25)))
    for step, files in sorted(chosen, key=lambda one: one[0]):
        go_on(recording, lay_out(folder / "cut", files), step).close()


FAILURES = (
    ("write", apsw.FullError, False),
    ("write", apsw.FullError, True),
    ("write", apsw.IOError, False),
    ("sync", apsw.IOError, False),
    ("sync", apsw.IOError, True),
)


@pytest.mark.parametrize(("what", "error", "lasts"), FAILURES)
def test_the_disk_fails_at_any_write(
    folder: Path, what: str, error: type[Exception], lasts: bool
) -> None:
    """At the n-th, for every n; then there is space again, and the program goes on or restarts."""
    nth, step = 0, 1 if what == "sync" else max(1, round(5 / SCALE))
    while True:
        nth += step
        scene = make_scene(SHAPE, even=False)
        world, platform, counts, path = scene.open(folder)
        wire = Wire(world, f"disk {nth}")
        failing = Failing(nth, what=what, error=error, lasts=lasts)
        failing.is_armed = False
        with plugged_in(wire, f"disk {nth}"), Disk(failing):
            machine = Machine(wire, platform, path, scene.rules, counts, synchronous="FULL")
            checker = Checker(world, sums_by_marker(platform, world, scene.rules))
            failing.is_armed = True
            machine.sync(whole=True)  # checks itself that nothing leaves unremembered
            failing.is_armed = False
            hit = failing.failed
            if nth // step % 2:
                machine.restart()
            for pause in PAUSES:
                world.clock.seconds += pause
                machine.sync(whole=pause == PAUSES[0])
                checker.step(machine)
            figures = Figures()
            checker.end(machine, figures)
            assert figures.counts["posted"] == SHAPE[1], (nth, figures.counts)
            machine.close()
        for leftover in folder.glob("company.db*"):
            leftover.unlink()
        if not hit:
            break
    assert nth > 10 * step  # it was hit at more than a few places
