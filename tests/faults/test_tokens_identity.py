"""Signing in again as somebody else: nothing is recorded with it, and nobody's sign-in is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.views import ConnectionState, Mode
from fbrecon.bootstrap import Environment, Program
from fbrecon.errors import SignInFailed
from fbrecon.freshbooks.keeper import SignInState
from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from fbrecon.sync.progress import CancelToken, silent
from fbrecon.sync.report import SyncReport
from tests.fakes.freshbooks_connected import Connected

SOMEBODY_ELSE = 77


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox(SandboxOptions(invoices=120, seed=11, platform_rate_limit=1000)).start()
    yield sandbox
    sandbox.close()


class Person:
    """Whoever sits before the window."""

    def __init__(self, sandbox: Sandbox, home: Path) -> None:
        told = sandbox.announcement
        self.sandbox = sandbox
        self.app, self.key = told["freshbooks"], told["platform"]
        self.program = Program(
            Environment(
                home,
                told["freshbooks_api"],
                told["freshbooks_auth"],
                told["platform_api"],
                secrets="session",
                test_clock=f"{told['controls']}/clock",
            )
        )

    def sign_in(self, desk: CompanyDesk) -> None:
        desk.save_app_keys(
            self.app["client_id"], self.app["client_secret"], self.app["redirect_uri"]
        )
        attempt = desk.begin_sign_in()
        url = sign_in(attempt.authorize_url, self.app["email"], self.app["password"])
        desk.finish_sign_in(attempt, url, str(self.sandbox.state.memberships[0].business_id))

    def connect(self) -> CompanyDesk:
        desk = self.program.desk(None)
        self.sign_in(desk)
        desk.connect_platform(self.key["client_id"], self.key["client_secret"])
        desk.set_mode(Mode.WRITE)
        return desk

    def recorded(self) -> int:
        return sum(
            visit["path"].endswith("/payments/payments") and visit["method"] == "POST"
            for visit in self.sandbox.control("state")["requests"]
        )


def run(desk: CompanyDesk) -> SyncReport:
    return desk.sync(CancelToken(), silent)


@pytest.mark.loud
def test_another_persons_sign_in_records_nothing_and_the_right_one_goes_on(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    person = Person(sandbox, tmp_path / "home")
    desk = person.connect()
    assert run(desk).exit_code == 0
    copy = sandbox.control("state")["platform"]["invoices"][0]["id"]
    sandbox.control("pay", invoice=copy)
    us, sandbox.state.identity_id = sandbox.state.identity_id, SOMEBODY_ELSE
    with pytest.raises(SignInFailed, match="Nothing was changed") as refused:
        person.sign_in(desk)
    assert person.app["email"] in refused.value.message
    # The sign-in that was there has ended meanwhile, and only a person can bring it back.
    sandbox.control("fault", kind="expire_token", match="accounting")
    report = run(desk)
    assert (report.exit_code, report.postings["posted"], person.recorded()) == (3, 0, 0)
    assert desk.status().freshbooks is ConnectionState.RECONNECT
    with pytest.raises(SignInFailed):
        person.sign_in(desk)
    assert person.recorded() == 0
    assert desk.status().freshbooks is ConnectionState.RECONNECT
    sandbox.state.identity_id = us
    person.sign_in(desk)
    report = run(desk)
    assert (report.exit_code, report.postings["posted"], person.recorded()) == (0, 1, 1)


def test_a_company_is_not_taken_over_by_adding_it_again_as_somebody_else(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    person = Person(sandbox, tmp_path / "home")
    desk = person.connect()
    before = desk.company.identity_id
    sandbox.state.identity_id = SOMEBODY_ELSE
    with pytest.raises(SignInFailed, match="another person's sign-in"):
        person.sign_in(person.program.desk(None))
    assert desk.company.identity_id == before
    desk.disconnect("freshbooks")
    person.sign_in(desk)
    assert desk.company.identity_id == str(SOMEBODY_ELSE)


def test_a_mistaken_sign_in_does_not_end_what_that_person_has_elsewhere(sandbox: Sandbox) -> None:
    connected = Connected(sandbox)
    us = connected.sign_in()
    sandbox.state.identity_id = SOMEBODY_ELSE
    them = connected.sign_in()
    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person)
    with pytest.raises(SignInFailed, match="another"):
        connected.service.finish(attempt, back, expected_identity=us.id)
    # Signing in ended the older refresh token of that person: the newer one must have been kept.
    connected.fault("expire_token", "users/me")
    assert connected.another_process().identity(them.id).id == them.id
    assert connected.service.sign_in_state(them.id)[0] is SignInState.KEPT


def test_a_sign_in_that_nobody_uses_is_revoked(sandbox: Sandbox) -> None:
    connected = Connected(sandbox)
    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person)
    with pytest.raises(SignInFailed, match="another"):
        connected.service.finish(attempt, back, expected_identity="1")
    assert connected.vault.secrets == {}
    assert connected.visits("/auth/oauth/revoke", "POST") == 1
