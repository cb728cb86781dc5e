"""A damaged company file: a copy is put back, and whatever goes wrong, nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import stat
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Environment, FolderShelf
from fbrecon.cli import main
from fbrecon.clock import SystemClock
from fbrecon.errors import FileError, WrongUsage
from fbrecon.store import restore as restoring
from fbrecon.store.backup import back_up_daily
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.restore import list_copies, restore
from tests.fakes.samples import a_customer, a_new_intent

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
DAY = date(2026, 3, 2)
COPY = "company-2026-03-02.db"


@pytest.fixture
def damaged(stores: CompanyStores) -> Path:
    """A file with a sound copy of two days ago, and then ruined, its log with it."""
    stores.books.save_customers([a_customer(number) for number in range(50)])
    stores.outbox.add(a_new_intent())
    back_up_daily(stores.file, DAY)
    stores.books.save_customers([a_customer(99)])
    path = stores.file.path
    stores.close()
    path.write_bytes(b"nothing to see" * 1000)
    with pytest.raises(FileError, match="damaged"):
        CompanyFile(path)
    path.with_name(path.name + "-wal").write_bytes(b"an old log")
    return path


def customers(path: Path) -> int:
    opened = CompanyFile(path)
    try:
        assert opened.check() == []
        return int(opened.sql("SELECT count(*) FROM customer")[0][0])
    finally:
        opened.close()


def test_the_drill_a_damaged_file_is_replaced_by_its_copy_and_kept(damaged: Path) -> None:
    aside = restore(damaged, COPY, NOW)
    assert customers(damaged) == 50
    assert (aside / "company.db").read_bytes().startswith(b"nothing to see")
    assert (aside / "company.db-wal").read_bytes() == b"an old log"
    assert not damaged.with_name("company.db.restoring").exists()
    for path in (damaged, aside / "company.db"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert [copy.name for copy in list_copies(damaged)] == [COPY], "the copy itself stays"


def test_a_file_that_is_gone_comes_back_too(damaged: Path) -> None:
    damaged.unlink()
    damaged.with_name("company.db-wal").unlink()
    restore(damaged, COPY, NOW)
    assert customers(damaged) == 50


def test_the_copies_are_told_newest_first(stores: CompanyStores) -> None:
    for back in (3, 1, 2):
        made = back_up_daily(stores.file, DAY - timedelta(days=back))
        assert made is not None
        moment = NOW.timestamp() - 86400 * back
        os.utime(made, (moment, moment))
    names = [copy.name for copy in list_copies(stores.file.path)]
    assert names == ["company-2026-03-01.db", "company-2026-02-28.db", "company-2026-02-27.db"]


def test_a_copy_that_is_damaged_itself_changes_nothing(damaged: Path) -> None:
    copy = damaged.parent / "backups" / COPY
    content = bytearray(copy.read_bytes())
    content[4096:40960] = bytes(36864)
    copy.write_bytes(content)
    before = damaged.read_bytes()
    with pytest.raises(FileError, match="copy cannot be used"):
        restore(damaged, COPY, NOW)
    assert damaged.read_bytes() == before
    assert sorted(path.name for path in damaged.parent.glob("*restor*")) == []


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"\0" * 4096])
def test_what_is_no_company_file_is_not_put_in_its_place(damaged: Path, content: bytes) -> None:
    (damaged.parent / "backups" / "other.db").write_bytes(content)
    with pytest.raises(FileError, match="copy cannot be used"):
        restore(damaged, "other.db", NOW)


@pytest.mark.parametrize("name", ["", "../company.db", "none.db", "/etc/passwd"])
def test_only_a_copy_of_this_company_can_be_named(damaged: Path, name: str) -> None:
    with pytest.raises(WrongUsage, match="no such copy") as told:
        restore(damaged, name, NOW)
    assert COPY in told.value.message


class Ended(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("step", ["copyfile", "_check", "_sync", "_keep"])
def test_a_program_that_ends_half_way_leaves_the_old_file_or_the_copy(
    damaged: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = damaged.read_bytes()

    def end(*_: object) -> None:
        raise Ended

    with monkeypatch.context() as patched:
        patched.setattr(shutil if step == "copyfile" else restoring, step, end)
        with pytest.raises(Ended):
            restore(damaged, COPY, NOW)
    assert damaged.read_bytes() == before
    restore(damaged, COPY, NOW + timedelta(seconds=1))
    assert customers(damaged) == 50


def test_a_full_disk_is_told_and_nothing_is_lost(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = damaged.read_bytes()
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(FileError, match="No space left"):
        restore(damaged, COPY, NOW)
    assert damaged.read_bytes() == before


# ---- by command


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with one company whose file is ruined after a day with a copy."""
    home = tmp_path / "home"
    for name in ("FBRECON_FRESHBOOKS_API", "FBRECON_FRESHBOOKS_AUTH", "FBRECON_PLATFORM_API"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FBRECON_SECRETS", "session")
    folder = home / "companies" / "harbour"
    made = CompanyStores(folder / "company.db", SystemClock())
    made.books.save_customers([a_customer(1)])
    back_up_daily(made.file, DAY)
    made.close()
    (folder / "company.db").write_bytes(b"ruined" * 1000)
    return home


def test_a_damaged_file_is_named_by_the_doctor_and_the_command_it_names_mends_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--home", str(home)]
    assert main([*words, "doctor"]) == 1
    told = capsys.readouterr()
    assert "BAD company file: The company file is damaged" in told.out
    assert "fbrecon companies restore harbour" in told.out
    assert main([*words, "companies", "restore", "harbour"]) == 0
    told = capsys.readouterr()
    assert COPY in told.err
    assert "records nothing until" in told.err
    assert main([*words, "list", "customers"]) == 0
    assert customers(home / "companies" / "harbour" / "company.db") == 1


def test_while_a_window_or_a_sync_has_the_file_it_stays(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr("fbrecon.shelf._WAIT_FOR_A_SYNC", 0.0)
    for lock in (home / "window.lock", home / "companies" / "harbour" / "sync.lock"):
        with FileLock(lock, mode=0o600):
            assert main(["--home", str(home), "companies", "restore", "harbour"]) == 1
        assert "in use" in capsys.readouterr().err
    shelf = FolderShelf(home, SystemClock(), Environment(home))
    assert [copy.name for copy in shelf.list_copies("harbour")] == [COPY]
    with pytest.raises(WrongUsage):
        shelf.restore("harbour", "none.db")


def test_a_missing_file_is_listed_with_the_command_that_brings_it_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--home", str(home)]
    (home / "companies" / "harbour" / "company.db").unlink()
    assert main([*words, "companies", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)["companies"]
    assert listed["slug"] == "harbour"
    assert "fbrecon companies restore harbour" in listed["problem"]
    assert main([*words, "status"]) == 1
    assert "The company file is missing." in capsys.readouterr().err
    assert main([*words, "companies", "restore", "harbour"]) == 0
    capsys.readouterr()
    assert main([*words, "list", "customers"]) == 0
    assert customers(home / "companies" / "harbour" / "company.db") == 1


def test_the_window_opens_with_a_company_that_can_be_opened(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str | None, object]] = []

    def window(_program: object, desk: CompanyDesk, **words: object) -> int:
        shown.append((desk.slug, words.get("damage")))
        company = desk.find_company()
        if company is not None:
            company.close()
        return 0

    monkeypatch.setattr("fbrecon.commands.running.open_window", window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--home", str(home), "gui"]) == 0
    CompanyStores(home / "companies" / "pine" / "company.db", SystemClock()).close()
    assert main(["--home", str(home), "gui"]) == 0
    assert main(["--home", str(home), "--company", "harbour", "gui"]) == 0
    ruined = (None, ("harbour", "The file company.db is no longer a sound database."))
    assert shown == [ruined, ("pine", None), ruined]
