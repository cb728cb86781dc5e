"""The bench that sync tests stand at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.bench import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.stores.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Bench]:
    """A company that only reads."""
    made = Bench(tmp_path, writes=False)
    yield made
    made.stores.close()
