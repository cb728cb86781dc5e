"""The home that app tests live in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.bench import Home


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def connected(home: Home) -> Home:
    """One company with both services, writing."""
    home.connect()
    return home


@pytest.fixture
def here(home: Home) -> Home:
    """A company with its books and no platform at all."""
    home.sign_in()
    return home


@pytest.fixture
def alone(home: Home) -> Home:
    """FreshBooks alone, and writing is allowed."""
    home.sign_in()
    home.desk.change_setting("mode", "write")
    return home
