"""The activity log is watched from outside its file: an edit is found, a restored copy is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from fbrecon.app.doctor import Check, examine
from fbrecon.app.views import Mode, TableQuery
from fbrecon.bootstrap import BackedUpStores
from fbrecon.domain.activity import NO_LINK, Who, make_link
from fbrecon.errors import SecretsError
from tests.app.bench import Home


def _log_check(home: Home) -> Check:
    (found,) = [check for check in examine(home.desk) if check.name == "activity log"]
    return found


def _file(home: Home) -> Path:
    stores = home.desk.company.stores
    assert isinstance(stores, BackedUpStores)
    return stores.file.path


def _tamper(home: Home, *statements: str) -> None:
    """What somebody with an SQLite shell can do: the triggers go first."""
    connection = apsw.Connection(str(_file(home)))
    connection.execute("DROP TRIGGER activity_no_update; DROP TRIGGER activity_no_delete")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _link_anew(home: Home) -> None:
    """The chain made whole again by somebody who knows how, but has not the key."""
    connection = apsw.Connection(str(_file(home)))
    link = NO_LINK
    for entry in list(home.desk.company.stores.activity.iter_entries()):
        link = make_link(link, entry.number, entry.at, entry.actor, entry.deed)
        connection.execute("UPDATE activity SET link = ? WHERE number = ?", (link, entry.number))
    connection.close()


@pytest.fixture
def posted(connected: Home) -> Home:
    """A payment recorded, and the log seen to its end."""
    connected.paid()
    connected.sync()
    return connected


def test_a_log_that_nobody_touched_is_whole_and_sealed(posted: Home) -> None:
    check = _log_check(posted)
    assert check.ok
    assert "all sealed by this program" in check.detail


def test_every_decision_of_a_person_is_in_the_log(connected: Home) -> None:
    connected.desk.change_setting("auto_post", "off")
    _, payment = connected.paid()
    connected.sync()
    connected.desk.approve(f"pay_{payment}")
    connected.sync()
    log = connected.desk.company.stores.activity
    mine = [e for e in log.iter_entries() if e.actor.who is Who.PERSON]
    told = [(e.deed.kind, e.deed.subject, e.deed.before, e.deed.after) for e in mine]
    assert ("connection", "FreshBooks", "", "connected") in told
    assert ("connection", "Alternative Payments", "", "connected") in told
    assert ("setting", "Mode", "read", "write") in told
    assert ("setting", "Auto post", "certain", "off") in told
    assert (told[-1][0], *told[-1][2:]) == ("payment", "proposed", "approved")
    sent = [e for e in log.iter_entries() if e.deed.after == "sending"]
    assert {e.actor.who for e in sent} == {Who.PROGRAM}
    assert all(e.actor.run for e in sent)


def test_no_secret_is_in_the_log(posted: Home) -> None:
    text = repr(list(posted.desk.company.stores.activity.iter_entries()))
    assert "secret" not in text.casefold()
    assert "key-1" not in text


@pytest.mark.parametrize("linked_anew", [False, True], ids=["left broken", "linked anew"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity SET why = 'Nothing happened.' WHERE number = 4",
        "UPDATE activity SET who = 'schedule' WHERE number = 4",
        "DELETE FROM activity WHERE number = 4",
        "DELETE FROM activity WHERE number = 4;"
        + "UPDATE activity SET number = number - 1 WHERE number > 4",
    ],
    ids=["edited", "by another", "removed", "removed and renumbered"],
)
def test_an_edit_is_found(posted: Home, statement: str, linked_anew: bool) -> None:
    _tamper(posted, statement)
    if linked_anew:
        _link_anew(posted)
    check = _log_check(posted)
    assert not check.ok
    assert "not whole" in check.detail


def test_an_edit_with_its_seals_taken_off_is_found_by_what_was_seen(posted: Home) -> None:
    _tamper(
        posted,
        "UPDATE activity SET why = 'Nothing happened.' WHERE number = 4",
        "UPDATE activity SET seal = x'', key_id = ''",
    )
    _link_anew(posted)
    assert "not the one that was seen" in _log_check(posted).detail


def test_a_cut_end_is_found_because_the_outbox_says_otherwise(posted: Home) -> None:
    _tamper(posted, "DELETE FROM activity WHERE number > (SELECT MAX(number) - 2 FROM activity)")
    check = _log_check(posted)
    assert not check.ok
    assert "cut off" in check.detail
    posted.sync()  # and going on does not cover it
    assert not _log_check(posted).ok


def test_a_setting_changed_behind_the_log_is_found(posted: Home) -> None:
    connection = apsw.Connection(str(_file(posted)))
    connection.execute("UPDATE setting SET value = 'read' WHERE name = 'mode'")
    connection.close()
    assert "the setting mode is read" in _log_check(posted).detail


def test_a_restored_copy_is_told_and_not_called_tampering(posted: Home, tmp_path: Path) -> None:
    path, copy = _file(posted), tmp_path / "copy.db"
    stores = posted.desk.company.stores
    assert isinstance(stores, BackedUpStores)
    stores.file.back_up(copy)
    posted.desk.change_setting("auto_post", "off")
    posted.desk.change_setting("auto_post", "certain")
    posted.desk.company.close()
    for beside in path.parent.glob("company.db*"):
        beside.unlink()
    shutil.copy(copy, path)
    posted.new_desk(posted.shelf.list_slugs()[0])
    assert _log_check(posted).ok
    posted.sync()
    rows = posted.desk.log_rows(posted.desk.log_keys(TableQuery("at", text="older copy")))
    assert ["2 later entries" in row.why for row in rows] == [True]
    assert _log_check(posted).ok


def test_a_lost_file_is_told_in_the_new_one(posted: Home) -> None:
    path = _file(posted)
    posted.desk.company.close()
    for beside in path.parent.glob("company.db*"):
        beside.unlink()
    posted.new_desk(None)
    posted.sign_in()
    rows = posted.desk.log_rows(posted.desk.log_keys(TableQuery("at", text="made anew")))
    assert len(rows) == 1
    assert _log_check(posted).ok


def test_another_session_cries_no_wolf(posted: Home) -> None:
    posted.shelf = posted.new_shelf()  # its vault kept nothing
    posted.new_desk(posted.shelf.list_slugs()[0])
    check = _log_check(posted)
    assert check.ok
    assert "a key that this vault does not have" in check.detail
    assert "sealed by this program" not in check.detail


def test_a_closed_vault_stops_no_decision_and_is_told(
    posted: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = posted.new_shelf()

    def closed() -> None:
        raise SecretsError("The vault is closed", "No passphrase.")

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "secrets", closed)
        posted.shelf = shelf
        posted.new_desk(shelf.list_slugs()[0])
        posted.desk.set_mode(Mode.READ)
        assert _log_check(posted).ok
    check = _log_check(posted)
    assert check.ok
    assert "1 written while the vault was closed" in check.detail


def test_a_company_that_is_removed_leaves_nothing_in_the_vault(posted: Home) -> None:
    slug = posted.desk.slug
    assert slug is not None
    forget: Callable[[str], None] = posted.desk.remove_company
    forget(slug)
    assert [n for n in posted.shelf.secrets().list_names("") if slug in n] == []
