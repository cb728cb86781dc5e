"""The stage that the rules are tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fbrecon.app.views import Mode
from tests.rules.payout_scenes import choose_accounts
from tests.rules.stage import Stage

SetStage = Callable[..., Stage]


@pytest.fixture
def set_stage(tmp_path: Path) -> Iterator[SetStage]:
    """Sets stages with the sandbox's options given; they end with the test."""
    made: list[Stage] = []

    def build(mode: Mode = Mode.WRITE, **options: Any) -> Stage:
        stage = Stage(tmp_path / f"home-{len(made)}", options, mode)
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.close()


@pytest.fixture
def stage(set_stage: SetStage) -> Stage:
    """One company that writes."""
    return set_stage()


@pytest.fixture
def entering(stage: Stage) -> Stage:
    """A company whose payouts are entered."""
    choose_accounts(stage, refunds="Business Insurance")
    stage.desk.change_setting("record_deposits", "on")
    return stage
