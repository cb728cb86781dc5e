"""Signing in through the sandbox's pages, and staying signed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fbrecon.errors import SignInAgain, SignInFailed, Unreachable
from fbrecon.freshbooks.keeper import SignInState
from fbrecon.sandbox.server import Sandbox
from fbrecon.sandbox.visitor import sign_in
from tests.contract.callers import open_invoice
from tests.fakes.freshbooks_connected import LIVE, Connected, draft, records


@pytest.fixture
def connected(sandbox: Sandbox) -> Iterator[Connected]:
    connected = Connected(sandbox)
    yield connected
    for books in connected.opened:
        books.close()


def test_signing_in_leads_to_the_businesses_of_that_person(connected: Connected) -> None:
    identity = connected.sign_in()
    assert identity.email == connected.person[0]
    assert len(identity.usable) >= 2
    assert len(identity.businesses) > len(identity.usable)
    assert connected.service.sign_in_state(identity.id) == (SignInState.KEPT, "")
    assert connected.another_process().identity(identity.id) == identity


def test_the_vault_holds_tokens_and_no_app_keys(connected: Connected) -> None:
    connected.sign_in()
    kept = b" ".join(connected.vault.secrets.values())
    assert connected.app.client_secret.encode() not in kept
    assert len(connected.vault.secrets) == 2


def test_deny_and_a_second_use_and_a_wrong_secret_end_with_a_sentence(sandbox: Sandbox) -> None:
    connected = Connected(sandbox)
    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person, decision="deny")
    with pytest.raises(SignInFailed, match="Deny"):
        connected.service.finish(attempt, back)

    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person)
    connected.service.finish(attempt, back)
    with pytest.raises(SignInFailed, match="once already"):
        connected.service.finish(attempt, back)

    with pytest.raises(SignInFailed, match="client secret"):
        Connected(sandbox, secret="wrong").sign_in()


def test_a_code_that_ran_out_is_told_so(connected: Connected) -> None:
    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person)
    connected.sandbox.control("advance", seconds=301)
    with pytest.raises(SignInFailed, match="five minutes"):
        connected.service.finish(attempt, back)


def test_another_persons_sign_in_is_not_taken_for_the_first_ones(connected: Connected) -> None:
    attempt = connected.service.begin_sign_in()
    back = sign_in(attempt.authorize_url, *connected.person)
    with pytest.raises(SignInFailed, match="another"):
        connected.service.finish(attempt, back, expected_identity="1")
    assert connected.vault.secrets == {}


def test_a_bearer_that_ended_is_renewed_in_passing(connected: Connected) -> None:
    books = connected.books()
    connected.fault("expire_token", "users/clients")
    assert records(books.iter_customers(LIVE, connected.cancel))
    assert connected.visits("/auth/oauth/token", "POST") == 2
    assert connected.service.sign_in_state(connected.identity.id)[0] is SignInState.KEPT


def test_after_half_a_life_the_sign_in_is_renewed_before_it_ends(connected: Connected) -> None:
    books = connected.books()
    connected.sandbox.control("advance", seconds=6 * 3600 + 60)
    books.get_identity()
    assert connected.visits("/auth/oauth/token", "POST") == 2
    assert 401 not in {v["status"] for v in connected.sandbox.control("state")["requests"]}


def test_after_a_night_the_sign_in_still_works(connected: Connected) -> None:
    books = connected.books()
    connected.sandbox.control("advance", seconds=20 * 3600)
    assert books.get_identity().id == connected.identity.id


def test_two_processes_share_one_sign_in(connected: Connected) -> None:
    books = connected.books()
    other = connected.books(service=connected.another_process())
    other.get_identity()
    connected.fault("expire_token", "users/me")
    books.get_identity()
    other.get_identity()
    assert connected.visits("/auth/oauth/token", "POST") == 2


def test_a_sign_in_that_was_renewed_elsewhere_asks_for_a_person(connected: Connected) -> None:
    books = connected.books()
    kept = dict(connected.vault.secrets)
    connected.fault("expire_token", "users/me")
    books.get_identity()
    connected.vault.secrets = kept
    restored = connected.books(service=connected.another_process())
    with pytest.raises(SignInAgain):
        restored.get_identity()
    state, reason = connected.another_process().sign_in_state(connected.identity.id)
    assert state is SignInState.RECONNECT
    assert reason
    outcome = restored.send_payment(restored.render_payment(draft(open_invoice(connected.sandbox))))
    assert (outcome.kind, outcome.sign_in_again) == ("not_applied", True)
    connected.sign_in()
    assert connected.another_process().identity(connected.identity.id).usable


def test_a_lost_renewal_asks_for_a_person_and_says_why(connected: Connected) -> None:
    books = connected.books()
    connected.fault("expire_token", "users/me")
    connected.fault("reset_after", "oauth/token")
    with pytest.raises(Unreachable):
        books.get_identity()
    with pytest.raises(SignInAgain, match="lost"):
        books.get_identity()


def test_revoking_ends_the_sign_in_there_and_here(connected: Connected) -> None:
    books = connected.books()
    kept = dict(connected.vault.secrets)
    assert connected.service.revoke(connected.identity.id)
    assert connected.vault.secrets == {}
    with pytest.raises(SignInAgain):
        books.get_identity()
    connected.vault.secrets = kept
    with pytest.raises(SignInAgain):
        connected.another_process().identity(connected.identity.id)
