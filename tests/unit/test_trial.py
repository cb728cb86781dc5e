"""The trial with the sandbox is a program of its own, one at a time."""

from __future__ import annotations

import sys
import threading

import pytest

from fbrecon.errors import FbreconError
from fbrecon.trial import SandboxTrial


class Listener:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.code: int | None = None
        self.over = threading.Event()

    def end(self, code: int) -> None:
        self.code = code
        self.over.set()


def python(program: str) -> SandboxTrial:
    return SandboxTrial((sys.executable, "-S", "-c", program))


def test_its_lines_and_its_end_are_heard_and_another_may_follow() -> None:
    trial = python("import sys; print('one\\n\\ntwo', file=sys.stderr); print('out')")
    for _ in range(2):
        heard = Listener()
        assert trial.start(heard.lines.append, heard.end)
        assert heard.over.wait(30)
        assert (heard.lines, heard.code) == (["one", "two"], 0)


@pytest.mark.loud
def test_only_one_is_open_and_a_failure_is_told() -> None:
    trial = python("import sys; sys.stdin.read(); sys.exit(3)")
    go_on, heard = threading.Event(), Listener()
    busy = python("import sys; print('here', file=sys.stderr, flush=True)")

    def wait(_line: str) -> None:
        go_on.wait(30)

    assert busy.start(wait, heard.end)
    assert not busy.start(wait, heard.end)
    go_on.set()
    assert heard.over.wait(30)
    failed = Listener()
    assert trial.start(failed.lines.append, failed.end)
    assert failed.over.wait(30)
    assert failed.code == 3


def test_where_no_program_starts_that_is_said() -> None:
    trial = SandboxTrial(("/nowhere/python",))
    for _ in range(2):
        with pytest.raises(FbreconError, match="could not be started"):
            trial.start(print, print)
