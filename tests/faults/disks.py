"""Disks between SQLite and the real one: one that remembers every write, and one that fails.

A power cut keeps what was synced, and any part of the rest. From what the first disk remembers,
the files are put together as they may lie there after a cut between any two writes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

import apsw

SECTOR = 512
How = Literal["everything", "only what was synced", "some of the rest"]
HOW: tuple[How, ...] = ("everything", "only what was synced", "some of the rest")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was asked of the disk."""

    what: Literal["write", "sync", "truncate", "delete"]
    name: str
    offset: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """Passes everything on, and asks first. In the place of the default one while it is used."""

    def __init__(self, before: Callable[[Step], None]) -> None:
        self.before = before
        self.real = apsw.vfs_names()[0]
        super().__init__("disk of a test", self.real, makedefault=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.unregister()

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.before(Step("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        text = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._name = Path(text).name if text else ""
        super().__init__(disk.real, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.before(Step("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._disk.before(Step("sync", self._name))
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self._disk.before(Step("truncate", self._name, newsize))
        super().xTruncate(newsize)


class Recorder:
    """What was asked of the disk, in its order; `files` are what lay there before."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.steps: list[Step] = []

    def __call__(self, step: Step) -> None:
        self.steps.append(step)

    def iter_states(self, how: How, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """The files as a cut before each step, and after the last, may leave them."""
        synced = {name: bytearray(content) for name, content in self.files.items()}
        waiting: dict[str, list[Step]] = {}
        yield _after(synced, waiting, how, chance)
        for step in self.steps:
            if step.what == "sync":
                for one in waiting.pop(step.name, []):
                    _apply(synced, one)
            elif step.what == "delete":
                waiting.pop(step.name, None)
                synced.pop(step.name, None)
            else:
                waiting.setdefault(step.name, []).append(step)
            yield _after(synced, waiting, how, chance)


def _after(
    synced: dict[str, bytearray],
    waiting: dict[str, list[Step]],
    how: How,
    chance: random.Random,
) -> dict[str, bytes]:
    files = {name: bytearray(content) for name, content in synced.items()}
    for steps in waiting.values():
        for step in steps:
            if how == "everything":
                _apply(files, step)
            elif how == "some of the rest" and chance.random() < 0.5:
                _apply(files, _torn(step, chance))
    return {name: bytes(content) for name, content in files.items()}


def _torn(step: Step, chance: random.Random) -> Step:
    """As much of a write as got through: whole sectors from its beginning."""
    if step.what != "write" or chance.random() < 0.5:
        return step
    kept = chance.randrange(0, len(step.data) + 1, SECTOR) if len(step.data) >= SECTOR else 0
    return Step("write", step.name, step.offset, step.data[:kept])


def _apply(files: dict[str, bytearray], step: Step) -> None:
    content = files.setdefault(step.name, bytearray())
    if step.what == "truncate":
        del content[step.offset :]
        content.extend(bytes(step.offset - len(content)))
        return
    if len(content) < step.offset:
        content.extend(bytes(step.offset - len(content)))
    content[step.offset : step.offset + len(step.data)] = step.data


_WORDS: dict[type[Exception], str] = {
    apsw.FullError: "database or disk is full",
    apsw.IOError: "disk I/O error",
}


class Failing:
    """Fails the n-th write, or from there on while `lasts`; `kind` is what fails and how."""

    def __init__(self, nth: int, *, what: str, error: type[Exception], lasts: bool) -> None:
        self.left = nth
        self.is_armed = True
        self.failed = 0
        self._what = what
        self._error = error
        self._lasts = lasts

    def __call__(self, step: Step) -> None:
        if not self.is_armed or step.what != self._what:
            return
        self.left -= 1
        if self.left == 0 or (self.left < 0 and self._lasts):
            self.failed += 1
            raise self._error(_WORDS[self._error])
