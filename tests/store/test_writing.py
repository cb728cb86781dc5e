"""Transactions: whole or not at all, nested, and from many threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.tables import Fact


def _facts(file: CompanyFile) -> dict[str, str]:
    return {str(name): str(value) for name, value in file.sql("SELECT name, value FROM fact")}


class _StopError(Exception):
    pass


def test_a_block_that_fails_leaves_nothing_behind(file: CompanyFile) -> None:
    def half() -> None:
        with file.write():
            file.put(Fact, name="a", value="1")
            file.put(Fact, name="b", value="2")
            raise _StopError

    with pytest.raises(_StopError):
        half()
    assert _facts(file) == {}


def test_a_block_within_a_block_is_part_of_it(file: CompanyFile) -> None:
    def nested() -> None:
        with file.write():
            file.put(Fact, name="a", value="1")
            with file.write():
                file.put(Fact, name="b", value="2")
            raise _StopError

    with pytest.raises(_StopError):
        nested()
    assert _facts(file) == {}
    with file.write():
        with file.write():
            file.put(Fact, name="b", value="2")
        file.put(Fact, name="a", value="1")
    assert _facts(file) == {"a": "1", "b": "2"}


def test_after_a_failure_the_next_block_works(file: CompanyFile) -> None:
    with pytest.raises(_StopError), file.write():
        raise _StopError
    file.put(Fact, name="a", value="1")
    assert _facts(file) == {"a": "1"}


def test_what_a_block_wrote_is_seen_inside_and_by_others_only_afterwards(
    file: CompanyFile, path: Path
) -> None:
    other = CompanyFile(path)
    with file.write():
        file.put(Fact, name="a", value="1")
        assert _facts(file) == {"a": "1"}
        assert _facts(other) == {}
    assert _facts(other) == {"a": "1"}
    other.close()


def test_a_block_takes_the_write_lock_at_its_beginning(path: Path) -> None:
    """Else a read inside could become a stale snapshot that cannot be written from."""
    one, two = CompanyFile(path), CompanyFile(path, busy_seconds=0)
    with one.write():
        assert one.sql("SELECT 1") == [(1,)]
        with pytest.raises(Exception, match="in use"), two.write():
            pass
    with two.write():
        two.put(Fact, name="a", value="1")
    one.close()
    two.close()


def test_putting_replaces_the_row_of_the_same_key(file: CompanyFile) -> None:
    file.put(Fact, name="a", value="1")
    file.put(Fact, name="a", value="2")
    assert _facts(file) == {"a": "2"}


def test_many_rows_go_in_with_one_statement(file: CompanyFile) -> None:
    rows = [(f"fact {number}", str(number)) for number in range(2000)]
    file.run_many(Fact.insert(name="", value=""), iter(rows))
    assert _facts(file) == dict(rows)


def test_of_many_rows_all_or_none_go_in(file: CompanyFile) -> None:
    rows = [("a", "1"), ("b", "2"), ("a", "3")]
    with pytest.raises(Exception, match="UNIQUE"):
        file.run_many(Fact.insert(name="", value=""), rows)
    assert _facts(file) == {}


def test_find_gives_the_first_row_or_nothing(file: CompanyFile) -> None:
    assert file.find(Fact.select()) is None
    for name in ("b", "a"):
        file.put(Fact, name=name, value="x")
    found = file.find(Fact.select().order_by(Fact.name))
    assert found is not None
    assert found.name == "a"


# ---- threads


def _in_threads(count: int, work: Callable[[int], None]) -> None:
    with ThreadPoolExecutor(count) as pool:
        for done in [pool.submit(work, number) for number in range(count)]:
            done.result()


@pytest.mark.parametrize("shared", [True, False], ids=["one file object", "one each"])
def test_reading_then_writing_from_many_threads_loses_nothing(path: Path, *, shared: bool) -> None:
    first = CompanyFile(path)
    first.put(Fact, name="count", value="0")

    def count_up(_: int) -> None:
        file = first if shared else CompanyFile(path, busy_seconds=30)
        for _ in range(20):
            with file.write():
                value = int(_facts(file)["count"])
                file.put(Fact, name="count", value=str(value + 1))
        file.close()

    _in_threads(4, count_up)
    assert _facts(first) == {"count": "80"}
    first.close()


def test_two_threads_read_whole_states_while_one_writes(file: CompanyFile) -> None:
    over = threading.Event()
    seen: list[set[tuple[str, str]]] = []

    def write() -> None:
        try:
            for number in range(60):
                with file.write():
                    file.put(Fact, name="a", value=str(number))
                    file.put(Fact, name="b", value=str(number))
        finally:
            over.set()
            file.close()

    def read() -> None:
        while not over.is_set():
            facts = _facts(file)
            seen.append({(facts.get("a", ""), facts.get("b", ""))})
        file.close()

    _in_threads(3, lambda number: write() if number == 0 else read())
    assert all(a == b for state in seen for a, b in state)
    assert _facts(file) == {"a": "59", "b": "59"}


def test_a_block_in_one_thread_is_not_part_of_a_block_in_another(file: CompanyFile) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def fail_slowly() -> None:
        with file.write():
            file.put(Fact, name="lost", value="1")
            inside.set()
            go_on.wait(30)
            raise _StopError

    with ThreadPoolExecutor(1) as pool:
        failing = pool.submit(fail_slowly)
        assert inside.wait(30)
        assert _facts(file) == {}
        go_on.set()
        with pytest.raises(_StopError):
            failing.result()
        file.put(Fact, name="kept", value="1")
        pool.submit(file.close).result()
    assert _facts(file) == {"kept": "1"}


# ---- parts


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (500, [500]), (501, [500, 1]), (1200, [500, 500, 200])]
)
def test_long_lists_come_in_parts_that_lose_nothing(count: int, sizes: list[int]) -> None:
    parts = list(chunks(range(count)))
    assert [len(part) for part in parts] == sizes
    assert [item for part in parts for item in part] == list(range(count))
    assert [len(part) for part in chunks(range(5), 2)] == [2, 2, 1]


def test_what_is_read_of_one_moment_does_not_see_what_another_writes_meanwhile(
    tmp_path: Path,
) -> None:
    path = tmp_path / "company.db"
    ours, theirs = CompanyFile(path), CompanyFile(path)
    theirs.put(Fact, name="a", value="1")
    with ours.moment():
        assert _facts(ours) == {"a": "1"}
        theirs.put(Fact, name="b", value="2")
        with ours.moment():
            assert _facts(ours) == {"a": "1"}
    assert _facts(ours) == {"a": "1", "b": "2"}
    ours.close()
    theirs.close()
