"""A sandbox that a program started ends with that program, however it ends."""

from __future__ import annotations

import json
import subprocess
import sys

import requests


def test_a_sandbox_on_a_leash_ends_when_nobody_holds_it_any_more() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "fbrecon.sandbox", "--until-eof", "--scenario", "empty"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        assert requests.get(f"{told['controls']}/clock", timeout=10).ok
        process.stdin.close()
        assert process.wait(timeout=30) == 0
