"""The file itself refuses what the posting machine forbids, whoever asks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from peewee import IntegrityError, PeeweeException

from fbrecon.domain.posting import TRANSITIONS, PostingState, WriteOutcome
from fbrecon.domain.posting import OutcomeClass as Outcome
from fbrecon.store.company import CompanyStores
from fbrecon.store.database import CompanyFile
from tests.fakes.samples import a_key, a_new_intent

S = PostingState
EDGES = [(before, after) for before in S for after in S if before is not after]


@pytest.fixture
def key(stores: CompanyStores) -> str:
    """The key of an approved intent that was never sent."""
    return stores.outbox.add(a_new_intent()).key.text


def _set_state(file: CompanyFile, key: str, state: PostingState) -> None:
    file.sql("UPDATE intent SET state = ? WHERE key = ?", (state.value, key))


def _state(file: CompanyFile, key: str) -> str:
    [(state,)] = file.sql("SELECT state FROM intent WHERE key = ?", (key,))
    return str(state)


def _path_to(state: PostingState) -> Sequence[PostingState]:
    """The states to walk through from approved."""
    ways: dict[PostingState, list[PostingState]] = {S.APPROVED: []}
    queue = [S.APPROVED]
    while state not in ways:
        here = queue.pop(0)
        for there in sorted(TRANSITIONS[here]):
            if there not in ways:
                ways[there] = [*ways[here], there]
                queue.append(there)
    return ways[state]


@pytest.mark.parametrize(("before", "after"), EDGES, ids=lambda state: state.value)
def test_the_file_has_exactly_the_edges_of_the_machine(
    file: CompanyFile, key: str, before: PostingState, after: PostingState
) -> None:
    for step in _path_to(before):
        _set_state(file, key, step)
    if after in TRANSITIONS[before]:
        _set_state(file, key, after)
        assert _state(file, key) == after
    else:
        with pytest.raises(PeeweeException, match="no such move"):
            _set_state(file, key, after)
        assert _state(file, key) == before


def test_a_state_that_nobody_knows_is_refused(file: CompanyFile, key: str) -> None:
    with pytest.raises(PeeweeException, match="no such move"):
        file.sql("UPDATE intent SET state = 'done' WHERE key = ?", (key,))


def test_staying_in_a_state_is_no_move(file: CompanyFile, key: str) -> None:
    file.sql("UPDATE intent SET state = state, reason = 'x' WHERE key = ?", (key,))
    assert _state(file, key) == "approved"


@pytest.fixture
def sent(stores: CompanyStores) -> str:
    """The key of an intent whose first attempt did not arrive."""
    intent = stores.outbox.begin_send(stores.outbox.add(a_new_intent()))
    outcome = WriteOutcome(Outcome.NOT_APPLIED, "No connection.")
    return stores.outbox.end_send(intent, outcome, S.APPROVED, "Again.").key.text


@pytest.mark.parametrize(
    "change",
    ["UPDATE attempt SET summary = 'better'", "UPDATE attempt SET at = 0", "DELETE FROM attempt"],
)
def test_attempts_are_only_ever_added(file: CompanyFile, sent: str, change: str) -> None:
    before = file.sql("SELECT * FROM attempt")
    with pytest.raises(PeeweeException, match="only ever added"):
        file.sql(change)
    assert file.sql("SELECT * FROM attempt") == before
    assert len(before) == 2


def test_an_intent_that_was_sent_cannot_be_removed(file: CompanyFile, sent: str) -> None:
    with pytest.raises(IntegrityError):
        file.sql("DELETE FROM intent")


def test_an_attempt_has_one_beginning_and_one_end(file: CompanyFile, sent: str) -> None:
    with pytest.raises(IntegrityError):
        file.sql(
            "INSERT INTO attempt (key, number, phase, at, outcome, summary, http_status) "
            "VALUES (?, 1, 'end', 0, '', '', 0)",
            (sent,),
        )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", b"other"),
        ("body_sha256", "0" * 64),
        ("marker", "FBR-0000000000000000"),
    ],
)
def test_after_the_first_attempt_body_and_marker_are_frozen(
    file: CompanyFile, sent: str, column: str, value: object
) -> None:
    with pytest.raises(PeeweeException, match="frozen"):
        file.sql(f"UPDATE intent SET {column} = ? WHERE key = ?", (value, sent))


def test_before_the_first_attempt_the_body_may_change(file: CompanyFile, key: str) -> None:
    file.sql("UPDATE intent SET body = x'01' WHERE key = ?", (key,))
    assert file.sql("SELECT body FROM intent") == [(b"\x01",)]


def test_the_hash_is_that_of_the_body(file: CompanyFile, key: str) -> None:
    [(body, digest)] = file.sql("SELECT body, body_sha256 FROM intent")
    assert digest == hashlib.sha256(body).hexdigest()


def test_two_intents_cannot_share_key_marker_or_number(stores: CompanyStores, key: str) -> None:
    stores.outbox.add(a_new_intent(a_key("p2")))
    for column in ("key", "marker", "row"):
        with pytest.raises(IntegrityError, match=f"intent.{column}"):
            stores.file.sql(f"UPDATE intent SET {column} = (SELECT MIN({column}) FROM intent)")


def test_two_sends_of_one_account_cannot_be_in_flight(stores: CompanyStores, key: str) -> None:
    _set_state(stores.file, key, S.SENDING)
    second = stores.outbox.add(a_new_intent(a_key("p2"))).key.text
    with pytest.raises(IntegrityError, match="account"):
        _set_state(stores.file, second, S.SENDING)
