"""Markers, whatever the key; and texts that carry them, whatever stands around."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from fbrecon.domain.posting import IntentKey, find_marker, list_markers

from .kinds import keys, words


@given(keys)
def test_every_marker_is_found_in_every_plain_sentence(key: IntentKey) -> None:
    assert re.fullmatch(r"FBR-[0-9A-HJKMNP-TV-Z]{16}", key.marker)
    for text in (key.marker, f"Invoice 1: x ({key.marker})", f"a · {key.marker}", f"{key.marker}."):
        assert find_marker(text) == key.marker


@given(st.lists(keys, unique=True, max_size=50))
def test_different_keys_have_different_texts_and_markers(found: list[IntentKey]) -> None:
    assert len({key.text for key in found}) == len(found)
    assert len({key.marker for key in found}) == len(found)


@given(words, keys, words)
def test_a_marker_between_spaces_is_found_whatever_stands_around(
    before: str, key: IntentKey, after: str
) -> None:
    assert key.marker in list_markers(f"{before} {key.marker} {after}")


@given(words, keys, st.text("ABCXYZ019-_", min_size=1, max_size=3))
def test_a_marker_that_goes_on_is_no_marker(before: str, key: IntentKey, more: str) -> None:
    assert list_markers(f"{before} {key.marker}{more}") == []
    assert list_markers(f"{more}{key.marker} {before}") == []


@given(st.text(max_size=200))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    for marker in list_markers(text):
        assert marker in text
