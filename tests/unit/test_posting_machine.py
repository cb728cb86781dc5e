"""Keys and markers of intents, and the shape of the posting machine."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, replace

import pytest

from fbrecon.domain.posting import (
    SETTLED,
    TRANSITIONS,
    IntentKey,
    PostingState,
    WriteKind,
    find_marker,
    list_markers,
    may_move,
)
from tests.fakes.samples import MARKER, a_key

S = PostingState


def test_every_state_has_its_place_in_the_machine() -> None:
    assert set(TRANSITIONS) == set(PostingState)


def test_no_state_leads_to_itself() -> None:
    assert not [state for state, after in TRANSITIONS.items() if state in after]


@pytest.mark.parametrize("before", PostingState)
@pytest.mark.parametrize("after", PostingState)
def test_a_move_is_allowed_exactly_where_the_table_has_it(
    before: PostingState, after: PostingState
) -> None:
    assert may_move(before, after) == (after in TRANSITIONS[before])


def test_only_what_was_approved_is_sent() -> None:
    assert [state for state in PostingState if may_move(state, S.SENDING)] == [S.APPROVED]


def test_what_may_have_arrived_is_never_sent_again_without_a_reading() -> None:
    assert not may_move(S.UNCERTAIN, S.SENDING)
    assert not may_move(S.SENDING, S.PROPOSED)
    assert may_move(S.SENDING, S.UNCERTAIN)


def test_what_stands_in_the_books_never_becomes_sendable_again() -> None:
    reachable = set(SETTLED)
    while True:
        more = reachable.union(*(TRANSITIONS[state] for state in reachable))
        if more == reachable:
            break
        reachable = more
    assert S.SENDING not in reachable
    assert S.APPROVED not in reachable


def test_undone_is_the_end_of_an_intent() -> None:
    assert TRANSITIONS[S.UNDONE] == frozenset()


def test_every_state_can_be_reached_from_a_new_intent() -> None:
    reachable = {S.PROPOSED, S.APPROVED, S.HELD}
    for _ in PostingState:
        reachable = reachable.union(*(TRANSITIONS[state] for state in reachable))
    assert reachable == set(PostingState)


def test_the_key_knows_no_sum_no_date_and_no_local_number() -> None:
    assert [f.name for f in fields(IntentKey)] == ["account", "kind", "source", "leg", "generation"]


def test_the_same_cause_has_the_same_key_and_marker_on_every_computer() -> None:
    key = IntentKey("acc-one", WriteKind.PAYMENT, "alternative_payments:p1", "100")
    assert key.text == "v1|acc-one|payment|alternative_payments:p1|100|1"
    assert key.marker == a_key().marker
    # Written down once: the marker of a recorded payment must be found again for ever.
    assert key.marker == "FBR-5M5TWTM560KYS1RT"


@pytest.mark.parametrize(
    "other",
    [
        {"account": "acc-two"},
        {"kind": WriteKind.PLATFORM_INVOICE},
        {"source": "alternative_payments:p2"},
        {"leg": "101"},
        {"generation": 2},
    ],
    ids=lambda change: str(*change),
)
def test_each_part_of_the_key_changes_key_and_marker(other: dict[str, object]) -> None:
    key = a_key()
    changed = replace(key, **other)  # type: ignore[arg-type]
    assert changed.text != key.text
    assert changed.marker != key.marker


def test_the_first_generation_is_one() -> None:
    assert inspect.signature(IntentKey).parameters["generation"].default == 1


def test_a_marker_is_sixteen_crockford_characters_after_its_prefix() -> None:
    markers = [a_key(f"p{number}").marker for number in range(500)]
    crockford = re.compile(r"FBR-[0-9A-HJKMNP-TV-Z]{16}")
    assert all(crockford.fullmatch(marker) for marker in markers)


def test_a_marker_holds_no_wildcard_of_the_books_search() -> None:
    used = set("".join(a_key(f"p{number}").marker for number in range(500)))
    assert used <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


def test_all_characters_of_a_marker_carry_information() -> None:
    markers = [a_key(f"p{number}").marker[4:] for number in range(500)]
    assert all(len({marker[place] for marker in markers}) > 20 for place in range(16))


def test_many_keys_have_as_many_markers() -> None:
    keys = [
        a_key(f"p{payment}", str(leg), generation=generation)
        for payment in range(1000)
        for leg in range(10)
        for generation in (1, 2)
    ]
    assert len({key.marker for key in keys}) == len(keys)


@pytest.mark.parametrize(
    "text",
    [
        MARKER,
        f"Alternative Payments p1 · recorded by fbrecon · {MARKER}",
        f"Invoice 12: Work ({MARKER})",
        f"{MARKER}, thank you",
        f"see {MARKER}.",
        f"“{MARKER}”",
        f"[{MARKER}];",
        f"line\n{MARKER}\nline",
    ],
)
def test_a_marker_is_found_as_a_whole_word(text: str) -> None:
    assert find_marker(text) == MARKER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FBR-",
        "Paid for FBR-1042",
        MARKER[:-1],
        MARKER + "0",
        MARKER + "X",
        MARKER + "-1",
        MARKER + "_",
        "X" + MARKER,
        "-" + MARKER,
        MARKER.lower(),
        "FBR-0123456789ABCDEI",
        "FBR-0123456789ABCDEU",
        "FBR 0123456789ABCDEF",
        "FBR-01234567 89ABCDEF",
    ],
)
def test_what_only_looks_like_a_marker_is_not_one(text: str) -> None:
    assert find_marker(text) is None
    assert list_markers(text) == []


def test_several_markers_are_found_in_their_order() -> None:
    other = a_key().marker
    text = f"{other} and ({MARKER})"
    assert list_markers(text) == [other, MARKER]
    assert find_marker(text) == other
