"""What is kept outside the company files about their sends."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from fbrecon.domain.sends import Frozen, Sends
from fbrecon.domain.waiting import TimeMark
from fbrecon.errors import FileError
from fbrecon.store.company import CompanyStores
from fbrecon.store.send_counts import FILE_NAME, SendCountFile
from tests.fakes.fake_clock import NOW
from tests.fakes.samples import a_new_intent


def test_what_was_kept_last_is_found_by_every_process(tmp_path: Path) -> None:
    one, other = SendCountFile(tmp_path), SendCountFile(tmp_path)
    assert one.find("a") is None
    one.keep("a", Sends("x", 1))
    other.keep("a", Sends("x", 2))
    other.keep("b", Sends("y", 7))
    assert one.find("a") == Sends("x", 2)
    assert one.find("b") == Sends("y", 7)
    one.close()
    other.close()
    assert one.find("a") == Sends("x", 2)
    one.close()


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    counts = SendCountFile(tmp_path)
    counts.keep("a", Sends("x", 1))
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    counts.close()


def test_many_threads_keep_and_find(tmp_path: Path) -> None:
    counts = SendCountFile(tmp_path)

    def work(name: str) -> None:
        for n in range(20):
            counts.keep(name, Sends(name, n))

    threads = [threading.Thread(target=work, args=(f"c{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [counts.find(f"c{n}") for n in range(4)] == [Sends(f"c{n}", 19) for n in range(4)]
    counts.close()


def test_what_cannot_be_kept_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(os.urandom(4096))
    counts = SendCountFile(tmp_path)
    with pytest.raises(FileError):
        counts.keep("a", Sends("x", 1))
    with pytest.raises(FileError):
        SendCountFile(tmp_path / "nowhere").find("a")


def test_the_file_counts_what_it_begins_and_ends(stores: CompanyStores) -> None:
    before = stores.epoch.sends()
    assert before.count == 0
    stores.outbox.begin_send(stores.outbox.add(a_new_intent()))
    assert stores.epoch.sends() == Sends(before.file_id, 1)


def test_a_freeze_lasts_until_it_is_lifted(stores: CompanyStores) -> None:
    assert stores.epoch.find_frozen() is None
    for frozen in (Frozen("New.", None), Frozen("Copied.", TimeMark(NOW, "one", 1.5, NOW))):
        stores.epoch.freeze(frozen)
        assert stores.epoch.find_frozen() == frozen
    stores.epoch.thaw()
    assert stores.epoch.find_frozen() is None
    before = stores.epoch.sends().file_id
    stores.epoch.rename()
    assert stores.epoch.sends().file_id != before
