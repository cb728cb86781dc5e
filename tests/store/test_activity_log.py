"""The activity log: it grows with each move, in its transaction, and nothing can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from peewee import IntegrityError

from fbrecon.domain.activity import Actor, ChainCheck, Deed, DeedKind, SealKey, Who
from fbrecon.domain.overview import TableQuery
from fbrecon.domain.posting import OutcomeClass, PostingState, WriteOutcome
from fbrecon.store.company import CompanyStores
from fbrecon.store.repositories.outbox import StaleIntentError
from tests.fakes.fake_clock import FakeClock
from tests.fakes.samples import a_key, a_new_intent
from tests.store.seeded_file import FILES, seed

S = PostingState
KEY = SealKey(b"k" * 32)


def _states(stores: CompanyStores, item: str = "act_1") -> list[tuple[str, str]]:
    return [(e.deed.before, e.deed.after) for e in stores.activity.list_of_item(item)]


def _check(stores: CompanyStores, key: SealKey | None = None) -> ChainCheck:
    check = ChainCheck(key)
    for entry in stores.activity.iter_entries():
        check.take(entry)
    return check


def test_every_move_of_a_write_is_told_once(stores: CompanyStores) -> None:
    outbox = stores.outbox
    held = outbox.add(a_new_intent(state=S.HELD, reason="It is held."))
    approved = outbox.move(held, S.APPROVED, "Yes.")
    sending = outbox.begin_send(outbox.note(approved, "Read before sending."))
    outcome = WriteOutcome(OutcomeClass.APPLIED, "201", "500", 201)
    posted = outbox.end_send(sending, outcome, S.POSTED, "Recorded. 201")
    outbox.move(posted, S.VERIFIED, "Read back.")
    assert _states(stores) == [
        ("", "held"),
        ("held", "approved"),
        ("approved", "sending"),
        ("sending", "posted"),
        ("posted", "verified"),
    ]
    last = stores.activity.list_of_item("act_1")[-1]
    assert (last.deed.remote_id, last.deed.why) == ("500", "Read back.")
    assert stores.activity.find_disagreement() == ""


def test_a_move_that_did_not_happen_is_not_told(stores: CompanyStores) -> None:
    intent = stores.outbox.add(a_new_intent())
    stores.outbox.move(intent, S.HELD, "No.")
    with pytest.raises(StaleIntentError):
        stores.outbox.move(intent, S.DROPPED, "Too late.")
    with pytest.raises(IntegrityError, match="no such move"):
        stores.outbox.move(stores.outbox.get(a_key()), S.VERIFIED, "By no road.")
    assert _states(stores) == [("", "approved"), ("approved", "held")]


def test_what_is_rolled_back_is_not_told(stores: CompanyStores) -> None:
    def all_or_nothing() -> None:
        with stores.write():
            stores.outbox.add(a_new_intent())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        all_or_nothing()
    assert stores.activity.find_head() is None


def test_an_entry_can_neither_be_changed_nor_removed(stores: CompanyStores) -> None:
    stores.activity.append(Deed("setting", "mode", "A person set it."))
    for statement in ("UPDATE activity SET why = 'x'", "DELETE FROM activity"):
        with pytest.raises(IntegrityError, match="only grows"):
            stores.file.sql(statement)
    assert _check(stores).flaw is None


def test_who_is_at_work_is_told_and_ends_with_the_block(stores: CompanyStores) -> None:
    log = stores.activity
    with log.acting(Actor(Who.SCHEDULE, 4)):
        log.append(Deed("payment", "One", "", "act_1"))
        with log.acting(Actor(Who.PERSON)):
            log.append(Deed("payment", "Two", "", "act_1"))
        log.append(Deed("payment", "Three", "", "act_1"))
    log.append(Deed("payment", "Four", "", "act_1"))
    assert [(e.actor.who, e.actor.run) for e in log.list_of_item("act_1")] == [
        (Who.SCHEDULE, 4),
        (Who.PERSON, None),
        (Who.SCHEDULE, 4),
        (Who.PROGRAM, None),
    ]
    assert log.list_sent_in_run(4) == []
    assert log.last_actors()["act_1"] == Actor(Who.PROGRAM)


def test_every_entry_is_sealed_while_the_key_is_at_hand(path: Path, clock: FakeClock) -> None:
    key: list[SealKey | None] = [KEY]
    stores = CompanyStores(path, clock, lambda: key[0])
    stores.activity.append(Deed("setting", "mode", ""))
    key[0] = None
    stores.activity.append(Deed("setting", "mode", ""))
    check = _check(stores, KEY)
    assert (check.flaw, check.count, check.unsealed) == (None, 3, 1)
    assert KEY.secret.hex() not in repr(list(stores.activity.iter_entries()))
    stores.close()


def test_two_logs_never_begin_alike(tmp_path: Path, clock: FakeClock) -> None:
    firsts = set()
    for name in ("one", "two"):
        stores = CompanyStores(tmp_path / name / "company.db", clock)
        stores.activity.append(Deed("setting", "mode", ""))
        head = stores.activity.find_head()
        assert head is not None
        firsts.add(head.first)
        stores.close()
    assert len(firsts) == 2


# ---- looking for something


def test_it_is_searched_by_every_word_and_by_who_it_was(
    stores: CompanyStores, clock: FakeClock
) -> None:
    seed(stores, clock)
    with stores.activity.acting(Actor(Who.PERSON)):
        stores.activity.append(Deed(DeedKind.SETTING, "mode", "50% sure", "mode", "read", "write"))
    log = stores.activity

    def found(text: str = "", status: str = "") -> list[str]:
        keys = log.keys(TableQuery("at", text=text, status=status))
        return [row.subject for row in log.rows(keys)]

    assert found("mode write") == ["mode"]
    assert found("mode nowhere") == []
    assert found("50%") == ["mode"]
    assert found("5_%") == []
    assert found(status="person") == ["mode"]
    assert {text[:18] for text in found(status="freshbooks")} == {"Payment on invoice"}
    assert found(status="platform") == []
    assert len(found(status="results")) < len(found())
    newest = log.keys(TableQuery("at", descending=True))
    assert list(newest) == sorted(newest, reverse=True)


# ---- files from before there was a log


def test_a_file_from_before_the_log_is_told_what_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "company.db"
    shutil.copy(FILES / "v001.db", path)
    stores = CompanyStores(path, FakeClock())
    intents = stores.outbox.list_intents()
    for intent in intents:
        told = stores.activity.list_of_item(f"act_{intent.row}")
        assert told[-1].deed.after == intent.state
        assert told[-1].at >= intent.created_at
        sends = [e for e in told if e.deed.after == S.SENDING]
        begun = [a for a in stores.outbox.list_attempts(intent.key) if a.phase == "begin"]
        assert [e.at for e in sends] == [a.at for a in begun]
        assert {e.actor.who for e in told} == {Who.NOT_RECORDED}
    assert stores.activity.find_disagreement() == ""
    assert _check(stores).flaw is None
    count = _check(stores).count
    stores.close()
    again = CompanyStores(path, FakeClock())
    assert _check(again).count == count  # told once
    again.close()


def test_a_state_changed_behind_the_log_is_found(stores: CompanyStores, clock: FakeClock) -> None:
    seed(stores, clock)
    assert stores.activity.find_disagreement() == ""
    stores.file.sql("UPDATE intent SET state = 'undone' WHERE row = 1")
    assert "act_1" in stores.activity.find_disagreement()
