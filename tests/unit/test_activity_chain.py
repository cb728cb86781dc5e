"""The chain of the activity log: whatever is done to it behind its back shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from fbrecon.domain.activity import (
    NO_LINK,
    Actor,
    ChainCheck,
    Deed,
    Entry,
    Flaw,
    SealKey,
    Who,
    make_link,
)
from tests.fakes.fake_clock import NOW

KEY = SealKey(b"k" * 32)


def _chain(count: int, key: SealKey | None = KEY) -> list[Entry]:
    entries: list[Entry] = []
    link = NO_LINK
    for number in range(1, count + 1):
        at, actor = NOW + timedelta(seconds=number), Actor(Who.PROGRAM, 3)
        deed = Deed("payment", f"Payment {number}", "Because.", "act_1", "posted", "verified", "9")
        link = make_link(link, number, at, actor, deed)
        seal, key_id = (b"", "") if key is None else (key.seal(link), key.id)
        entries.append(Entry(number, at, actor, deed, link, seal, key_id))
    return entries


def _check(entries: list[Entry], key: SealKey | None = KEY) -> ChainCheck:
    check = ChainCheck(key)
    for entry in entries:
        check.take(entry)
    return check


def test_a_chain_that_nobody_touched_is_whole() -> None:
    check = _check(_chain(5))
    assert (check.flaw, check.count, check.unsealed, check.foreign) == (None, 5, 0, 0)


def test_an_entry_taken_out_of_the_middle_is_missing() -> None:
    entries = _chain(5)
    del entries[2]
    assert _check(entries).flaw == (Flaw.MISSING, 3)


def test_an_entry_taken_out_and_the_rest_renumbered_is_seen() -> None:
    entries = _chain(5)
    del entries[2]
    entries[2:] = [replace(e, number=e.number - 1) for e in entries[2:]]
    assert _check(entries).flaw == (Flaw.CHANGED, 3)


@pytest.mark.parametrize(
    "changes",
    [
        {"at": NOW},
        {"actor": Actor(Who.PERSON, 3)},
        {"actor": Actor(Who.PROGRAM, 4)},
        {"actor": Actor(Who.PROGRAM)},
        *(
            {"deed": Deed(**{**_base, name: "other"})}
            for _base in [
                {
                    "kind": "payment",
                    "subject": "Payment 2",
                    "why": "Because.",
                    "item": "act_1",
                    "before": "posted",
                    "after": "verified",
                    "remote_id": "9",
                }
            ]
            for name in _base
        ),
    ],
    ids=lambda changes: str(changes)[:60],
)
def test_no_part_of_an_entry_can_be_changed(changes: dict[str, object]) -> None:
    entries = _chain(3)
    entries[1] = replace(entries[1], **changes)  # type: ignore[arg-type]
    assert _check(entries).flaw == (Flaw.CHANGED, 2)


def test_who_links_the_chain_anew_has_not_the_key() -> None:
    forged = _chain(3, SealKey(b"x" * 32))
    assert _check([replace(e, key_id=KEY.id) for e in forged]).flaw == (Flaw.FORGED, 1)


def test_what_another_key_sealed_is_not_called_forged() -> None:
    check = _check(_chain(3, SealKey(b"x" * 32)))
    assert (check.flaw, check.foreign) == (None, 3)


def test_without_the_key_the_order_is_checked_all_the_same() -> None:
    entries = _chain(3)
    assert (_check(entries, None).flaw, _check(entries, None).foreign) == (None, 3)
    del entries[0]
    assert _check(entries, None).flaw == (Flaw.MISSING, 1)


def test_what_was_written_without_a_key_is_counted() -> None:
    assert _check(_chain(4, None)).unsealed == 4


def test_two_texts_cannot_be_shifted_into_each_other() -> None:
    one = Deed("a", "bc", "d")
    other = Deed("a", "b", "cd")
    actor = Actor(Who.PERSON)
    assert make_link(NO_LINK, 1, NOW, actor, one) != make_link(NO_LINK, 1, NOW, actor, other)


def test_the_name_of_a_key_tells_nothing_of_it() -> None:
    assert KEY.secret.hex() not in KEY.id
    assert KEY.id != SealKey(b"l" * 32).id
