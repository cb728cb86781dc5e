"""One sync a company at a time, across processes; a killed one leaves nothing locked."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fbrecon.store.lease import SyncLease

_TAKE = """
import sys
from pathlib import Path
from fbrecon.store.lease import SyncLease
lease = SyncLease(Path(sys.argv[1]))
print("taken" if lease.try_take(0) else "refused", flush=True)
if sys.stdin.readline():
    lease.give_back()
    print("given back", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "sync.lock"


@pytest.fixture
def other(lock: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that tries to take the lease, says so, and holds it."""
    child = subprocess.Popen(
        [sys.executable, "-c", _TAKE, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        yield child
        child.kill()


def _says(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_the_lease_is_taken_and_given_back(lock: Path) -> None:
    lease = SyncLease(lock)
    assert lease.try_take(0)
    assert not SyncLease(lock).try_take(0)
    lease.give_back()
    again = SyncLease(lock)
    assert again.try_take(0)
    again.give_back()


def test_another_process_is_kept_out(lock: Path, other: subprocess.Popen[str]) -> None:
    assert _says(other) == "taken"
    assert not SyncLease(lock).try_take(0)
    assert not SyncLease(lock).try_take(0.05)


def test_a_lease_that_we_hold_keeps_another_process_out(
    lock: Path, request: pytest.FixtureRequest
) -> None:
    lease = SyncLease(lock)
    assert lease.try_take(0)
    assert _says(request.getfixturevalue("other")) == "refused"
    lease.give_back()


def test_a_lease_that_another_process_gave_back_is_free(
    lock: Path, other: subprocess.Popen[str]
) -> None:
    assert _says(other) == "taken"
    assert other.stdin is not None
    other.stdin.write("\n")
    other.stdin.flush()
    assert _says(other) == "given back"
    lease = SyncLease(lock)
    assert lease.try_take(0)
    lease.give_back()


def test_the_lease_of_a_killed_process_is_free(lock: Path, other: subprocess.Popen[str]) -> None:
    assert _says(other) == "taken"
    other.kill()
    other.wait()
    lease = SyncLease(lock)
    assert lease.try_take(10)
    lease.give_back()


def test_leases_of_two_companies_do_not_disturb_each_other(tmp_path: Path) -> None:
    one, two = SyncLease(tmp_path / "a.lock"), SyncLease(tmp_path / "b.lock")
    assert one.try_take(0)
    assert two.try_take(0)
    one.give_back()
    two.give_back()


def test_only_its_owner_may_read_the_lock(lock: Path) -> None:
    lease = SyncLease(lock)
    assert lease.try_take(0)
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    lease.give_back()
