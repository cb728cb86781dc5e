"""The search for secrets itself finds what it looks for."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fbrecon.store.session_vault import SessionVault
from tests.e2e.canary import Canary

SECRET = "s3cret value/with+signs"


@pytest.mark.parametrize(
    "written",
    [
        SECRET.encode(),
        SECRET.encode("utf-16-le"),
        base64.b64encode(SECRET.encode()),
        SECRET.encode().hex().encode(),
        b"s3cret%20value%2Fwith%2Bsigns",
        b"s3cret+value%2Fwith%2Bsigns",
    ],
)
def test_a_secret_in_a_file_is_found_however_it_was_written(tmp_path: Path, written: bytes) -> None:
    canary = Canary({"it": SECRET})
    (tmp_path / "log").write_bytes(b"before " + written + b" after")
    (tmp_path / "log").chmod(0o600)
    canary.look_into(tmp_path)
    assert canary.found == ["it: log"]
    with pytest.raises(AssertionError):
        canary.check()


def test_a_file_that_others_can_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "open").write_bytes(b"")
    (tmp_path / "open").chmod(0o644)
    canary = Canary({"it": SECRET})
    canary.look_into(tmp_path)
    assert canary.found == ["open is open to others: 644"]


def test_tokens_are_learned_from_the_records_of_the_vault() -> None:
    answer = json.dumps({"access_token": "a" * 20, "refresh_token": "r" * 20, "scope": "s" * 20})
    record = {"body": base64.b64encode(answer.encode()).decode(), "received_at": 1}
    vault = SessionVault()
    vault.put("x", json.dumps(record).encode())
    canary = Canary()
    canary.know_vault(vault)
    assert sorted(canary.secrets.values()) == ["a" * 20, "r" * 20]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system tells of no children")
def test_what_a_child_is_told_is_found() -> None:
    canary = Canary({"it": SECRET})
    command = [sys.executable, "-c", "print(flush=True); input()", SECRET]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env={"X": SECRET}) as child:
        assert child.stdout is not None
        child.stdout.readline()  # before it runs, the system does not tell its arguments
        assert canary.look_at_children(os.getpid()) >= 1
        assert f"it: arguments of process {child.pid}" in canary.found
        child.communicate(b"\n")
