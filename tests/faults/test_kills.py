"""The real program killed over and over: in the end every payment is in the books once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import scaled
from tests.faults.kills import Kills

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")


@pytest.mark.timeout(300 + scaled(60) * 3)
@pytest.mark.parametrize("seed", [1, 2])
def test_however_often_it_is_killed_each_payment_is_there_once(tmp_path: Path, seed: int) -> None:
    with Kills(tmp_path, seed) as kills:
        kills.run(scaled(30))
        assert kills.wrong == [], kills.table()
        assert kills.counts["posted"] == kills.counts["payments"] > 0
