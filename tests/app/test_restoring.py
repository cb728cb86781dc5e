"""Going back to a copy while the program runs: what it holds, what is lost, and no stray log."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from fbrecon.errors import DamagedFile, FileError, Unreachable, WrongUsage
from fbrecon.store.backup import back_up_daily
from tests.app.bench import Home


@pytest.fixture
def slug(home: Home) -> str:
    """A company with a copy of today, and a decision made after it."""
    home.sign_in()
    desk = home.desk
    stores = home.shelf.open(desk.company.slug)
    back_up_daily(stores.file, home.clock.now().date())
    stores.close()
    desk.change_setting("payments_every", "7")
    return desk.company.slug


def test_a_copy_tells_what_it_holds_and_what_would_be_lost(home: Home, slug: str) -> None:
    (look,) = home.desk.look_into_copies(slug)
    assert look.flaw == ""
    assert look.copy.size > 1000
    assert set(look.counts) == {"invoices", "customers", "payments", "bank_lines"}
    assert look.loss is not None
    assert (look.loss.decisions, look.loss.bank_lines, look.loss.recorded) == (1, 0, 0)
    beside = [path.name for path in _backups(home, slug).iterdir()]
    assert beside == [look.copy.name], "looking leaves nothing beside a copy"


def test_a_copy_is_put_back_while_other_threads_have_the_file_open(home: Home, slug: str) -> None:
    first = home.desk
    reader = _Reader(first.status, first.company.close)
    assert first.setting("payments_every") == "7"
    (look,) = first.look_into_copies(slug)
    aside = first.open_company(None).restore_company(slug, look.copy.name)
    assert (aside / "company.db").exists()
    restored = first.open_company(slug)
    assert restored is not first
    assert restored.setting("payments_every") == "5"
    restored.change_setting("payments_every", "9")
    # What the old connections do when they go must not touch the new file.
    reader.end()
    first.company.close()
    assert home.new_shelf().open(slug).check() == []
    assert home.new_desk(slug).setting("payments_every") == "9"


def test_while_a_sync_runs_nothing_is_put_back(
    home: Home, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fbrecon.app.desks.STOP_WITHIN_SECONDS", 0.0)
    (look,) = home.desk.look_into_copies(slug)
    lease = home.shelf.lease(slug)
    assert lease.try_take(0)
    try:
        with pytest.raises(Unreachable, match="still running"):
            home.desk.restore_company(slug, look.copy.name)
    finally:
        lease.give_back()
    assert home.desk.setting("payments_every") == "7"
    assert home.desk.open_company(slug) is home.desk


def test_a_copy_that_is_not_there_changes_nothing(home: Home, slug: str) -> None:
    with pytest.raises(WrongUsage, match="no such copy"):
        home.desk.restore_company(slug, "none.db")
    assert home.desk.open_company(slug).setting("payments_every") == "7"


def test_a_file_in_which_somebody_reads_stays(home: Home, slug: str) -> None:
    (look,) = home.desk.look_into_copies(slug)
    file = home.desk.company.stores.file  # type: ignore[attr-defined]
    started, go_on = threading.Event(), threading.Event()

    def slow() -> int:
        started.set()
        go_on.wait(10)
        return 1

    def read() -> None:
        connection = file._db.connection()
        connection.create_scalar_function("slow", slow)
        connection.execute("SELECT slow()").fetchall()

    thread = threading.Thread(target=read)
    thread.start()
    assert started.wait(10)
    try:
        with pytest.raises(FileError, match="in use"):
            home.desk.restore_company(slug, look.copy.name)
    finally:
        go_on.set()
        thread.join()
    assert home.desk.open_company(slug).setting("payments_every") == "7"


def test_a_damaged_company_is_named_restored_or_removed(home: Home, slug: str) -> None:
    home.desk.company.close()
    fresh = home.new_desk(None)
    _ruin(home, slug)
    (summary,) = fresh.list_companies()
    assert summary.damaged
    with pytest.raises(DamagedFile):
        fresh.open_company(slug)
    (look,) = fresh.look_into_copies(slug)
    assert look.loss is None, "nobody can tell"
    fresh.restore_company(slug, look.copy.name)
    assert fresh.open_company(slug).setting("payments_every") == "5"
    fresh.open_company(slug).company.close()
    another = home.new_desk(None)
    _ruin(home, slug)
    kept = home.shelf.secrets().list_names("")
    assert any(name.endswith(slug) for name in kept)
    another.remove_company(slug)
    assert another.list_companies() == []
    left = home.shelf.secrets().list_names("")
    assert not any(name.startswith(("freshbooks/app", "platform/key")) for name in left)


def test_a_copy_that_is_no_company_file_is_named(home: Home, slug: str) -> None:
    (_backups(home, slug) / "other.db").write_bytes(b"text" * 2000)
    flaws = {look.copy.name: look.flaw for look in home.desk.look_into_copies(slug)}
    assert flaws["other.db"] == "it cannot be read"


class _Reader:
    """A thread that has read once and keeps its connection, as the window's lanes do."""

    def __init__(self, read: Callable[[], object], close: Callable[[], None]) -> None:
        self._end = threading.Event()
        done = threading.Event()

        def run() -> None:
            read()
            done.set()
            self._end.wait(10)
            close()

        self._thread = threading.Thread(target=run)
        self._thread.start()
        assert done.wait(10)

    def end(self) -> None:
        self._end.set()
        self._thread.join()


def _backups(home: Home, slug: str) -> Path:
    return home.folder / "companies" / slug / "backups"


def _ruin(home: Home, slug: str) -> None:
    file = home.folder / "companies" / slug / "company.db"
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    file.write_bytes(b"nothing to see" * 1000)
