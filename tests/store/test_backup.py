"""Copies of a company file: consistent, private, one a day of use, seven kept."""

from __future__ import annotations

import os
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from fbrecon.errors import FileError
from fbrecon.store.backup import KEPT_DAYS, back_up_daily
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from fbrecon.store.tables import Fact
from tests.fakes.samples import a_customer, a_new_intent

TODAY = date(2026, 3, 2)


def _names(file: CompanyFile) -> list[str]:
    return sorted(found.name for found in (file.path.parent / "backups").iterdir())


def test_a_copy_holds_everything_and_is_sound(stores: CompanyStores) -> None:
    stores.books.save_customers([a_customer(number) for number in range(50)])
    stores.outbox.add(a_new_intent())
    copy = back_up_daily(stores.file, TODAY)
    assert copy is not None
    opened = CompanyFile(copy)
    assert opened.version == stores.file.version
    assert opened.check() == []
    for table in ("customer", "intent", "move"):
        query = f"SELECT * FROM {table}"
        assert opened.sql(query) == stores.file.sql(query)
    opened.close()


def test_a_copy_holds_only_what_was_finished(file: CompanyFile, path: Path) -> None:
    writer = CompanyFile(path)
    writer.put(Fact, name="a", value="finished")
    with writer.write():
        writer.put(Fact, name="b", value="under way")
        copy = back_up_daily(file, TODAY)
    assert copy is not None
    opened = CompanyFile(copy)
    assert opened.sql("SELECT name FROM fact") == [("a",)]
    opened.close()
    writer.close()


def test_only_its_owner_may_read_a_copy(file: CompanyFile) -> None:
    before = os.umask(0)
    try:
        copy = back_up_daily(file, TODAY)
    finally:
        os.umask(before)
    assert copy is not None
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_one_copy_a_day_is_enough(file: CompanyFile) -> None:
    assert back_up_daily(file, TODAY) is not None
    file.put(Fact, name="later", value="that day")
    assert back_up_daily(file, TODAY) is None
    assert _names(file) == ["company-2026-03-02.db"]


def test_the_newest_seven_days_are_kept(file: CompanyFile) -> None:
    days = [TODAY + timedelta(days=2 * number) for number in range(10)]
    for day in days:
        back_up_daily(file, day)
    kept = days[-KEPT_DAYS:]
    assert len(kept) == 7
    assert _names(file) == [f"company-{day.isoformat()}.db" for day in kept]


def test_a_copy_from_before_a_migration_outlives_the_daily_ones(file: CompanyFile) -> None:
    folder = file.path.parent / "backups"
    folder.mkdir()
    (folder / "company-version-1.db").touch()
    for number in range(10):
        back_up_daily(file, TODAY + timedelta(days=number))
    assert "company-version-1.db" in _names(file)
    assert len(_names(file)) == 8


def test_a_copy_that_broke_off_yesterday_does_not_disturb_todays(file: CompanyFile) -> None:
    folder = file.path.parent / "backups"
    folder.mkdir()
    (folder / "company-2026-03-02.db.partial").write_bytes(b"half")
    assert back_up_daily(file, TODAY) is not None
    assert _names(file) == ["company-2026-03-02.db"]


def test_a_copy_that_fails_leaves_no_copy_and_says_so(file: CompanyFile, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "copy.db"
    with pytest.raises(FileError, match=r"copy\.db"):
        file.back_up(target)
    assert not target.exists()
    file.put(Fact, name="a", value="still works")
