"""Fixtures of the store's tests: a new company file, and a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from tests.fakes.fake_clock import FakeClock


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new company file that nobody has opened since; to be copied, which is quicker."""
    path = tmp_path_factory.mktemp("blank") / "company.db"
    CompanyFile(path).close()
    return path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a company file will be."""
    return tmp_path / "companies" / "birch" / "company.db"


@pytest.fixture
def stores(path: Path, clock: FakeClock, blank: Path) -> Iterator[CompanyStores]:
    """A new company file by subject."""
    path.parent.mkdir(parents=True)
    shutil.copy(blank, path)
    opened = CompanyStores(path, clock)
    yield opened
    opened.close()


@pytest.fixture
def file(stores: CompanyStores) -> CompanyFile:
    """The same new company file, below its repositories."""
    return stores.file
