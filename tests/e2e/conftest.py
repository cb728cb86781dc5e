"""A sandbox process and a command line with its own home for each journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.journey import Cli, sandbox_process


@pytest.fixture
def cli(tmp_path: Path) -> Iterator[Cli]:
    """The program against a fresh sandbox; in the end, nothing secret may lie or stand anywhere."""
    with sandbox_process("--invoices", "120", "--seed", "11") as told:
        made = Cli(tmp_path / "home", told)
        yield made
        made.look_for_secrets()


@pytest.fixture
def connected(cli: Cli) -> Cli:
    """Both services connected, one business chosen, nothing synced yet."""
    told = cli.connect_freshbooks()
    assert told.code == 3, told.err
    business = told.rows[-1]["choose_business"][0]["id"]
    assert cli.run("connect", "freshbooks", "--business", business).code == 0
    assert cli.run("connect", "platform").code == 0
    return cli
