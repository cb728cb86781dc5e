"""A program whose syncs run in a process of their own, against a sandbox in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.bootstrap import Environment, Program
from fbrecon.sandbox.visitor import sign_in
from fbrecon.sync_process.process import SyncProcess
from tests.e2e.journey import sandbox_process


@dataclass(frozen=True)
class Stage:
    """The program, its syncing process, and what the sandbox told."""

    program: Program
    desk: CompanyDesk
    process: SyncProcess
    sandbox: dict[str, Any]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Connected, with secrets that live in this process only; nothing synced yet."""
    with sandbox_process("--invoices", "30", "--seed", "11") as told:
        environment = Environment(
            tmp_path_factory.mktemp("window") / "home",
            freshbooks_api=told["freshbooks_api"],
            freshbooks_auth=told["freshbooks_auth"],
            platform_api=told["platform_api"],
            secrets="session",
            test_clock=f"{told['controls']}/clock",
        )
        program = Program(environment)
        desk, app = program.desk(None), told["freshbooks"]
        desk.save_app_keys(app["client_id"], app["client_secret"], app["redirect_uri"])
        attempt = desk.begin_sign_in()
        found = desk.finish_sign_in(
            attempt, sign_in(attempt.authorize_url, app["email"], app["password"])
        )
        desk.choose_business(found.choose_from[0].id)
        platform = told["platform"]
        desk.connect_platform(platform["client_id"], platform["client_secret"])
        process = program.syncs_elsewhere = SyncProcess.of(program)
        yield Stage(program, desk, process, told)
        process.close()
        desk.company.close()
