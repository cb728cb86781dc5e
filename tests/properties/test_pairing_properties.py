"""What holds for every set of bank lines and payouts."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fbrecon.domain.matching.entries import Entry, NamedPart
from fbrecon.domain.matching.findings import Matching, MatchState, Memory
from fbrecon.domain.matching.pairing import match_entries
from tests.conftest import scaled
from tests.fakes.sample_entries import an_entry

# Few values, so that twins, sums and near misses come about by themselves.
minors = st.sampled_from([100, 4_900, 4_901, 4_950, 9_800, 9_801, 10_000, 14_700, 55_512, -4_900])
texts = st.sampled_from(["", "ALTPAY", "ALTPAY PO7X", "ALTPAY PO7X PO8Y", "CHECK 12", "J SMITH"])
named = st.sampled_from([(), (NamedPart("fees", 50),), (NamedPart("fees", 1), NamedPart("r", 49))])


@st.composite
def sides(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """Up to nine lines and nine payouts within a fortnight."""
    days, currencies = st.integers(0, 13), st.sampled_from(["USD", "USD", "CAD"])
    lines = [
        an_entry(f"line{n}", draw(minors), draw(days), draw(texts), currency=draw(currencies))
        for n in range(draw(st.integers(0, 9)))
    ]
    payouts = [
        an_entry(
            f"payout{n}",
            draw(minors),
            draw(days),
            draw(st.sampled_from(["", "Altpay", "J SMITH 2"])),
            currency=draw(currencies),
            references=draw(st.sampled_from([(), ("PO7X",), ("PO8Y",)])),
            named=draw(named),
        )
        for n in range(draw(st.integers(0, 9)))
    ]
    return lines, payouts


@st.composite
def memories(draw: st.DrawFn) -> Memory:
    """Some decisions; a confirmed pair is never rejected."""
    pairs = st.tuples(
        st.integers(0, 8).map(lambda n: f"line{n}"), st.integers(0, 8).map(lambda n: f"payout{n}")
    )
    confirmed = draw(st.lists(pairs, max_size=2, unique_by=(lambda x: x[0], lambda x: x[1])))
    rejected = draw(st.sets(pairs, max_size=6)) - set(confirmed)
    return Memory(frozenset(confirmed), frozenset(rejected))


@given(sides(), memories(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(
    both: tuple[list[Entry], list[Entry]], memory: Memory, random: Random
) -> None:
    before = match_entries(*both, memory)
    for side in both:
        random.shuffle(side)
    assert match_entries(*both, memory) == before


@given(sides(), st.randoms(use_true_random=False))
def test_ids_name_the_answers_and_decide_none(
    both: tuple[list[Entry], list[Entry]], random: Random
) -> None:
    def rename(entries: list[Entry]) -> list[Entry]:
        names = [f"{random.getrandbits(40):x}-{n}" for n in range(len(entries))]
        return [
            Entry(n, x.minor, x.currency, x.on, x.text, x.references, x.named)
            for n, x in zip(names, entries, strict=True)
        ]

    lines, payouts = both
    renamed = rename(lines)
    before = match_entries(lines, payouts).findings
    after = match_entries(renamed, rename(payouts)).findings
    for old, new in zip(lines, renamed, strict=True):
        assert before[old.id].state == after[new.id].state
        assert before[old.id].reason == after[new.id].reason


def _accepted(matching: Matching, *states: MatchState) -> set[tuple[tuple[str, ...], ...]]:
    return {(x.line_ids, x.expected_ids) for x in matching.findings.values() if x.state in states}


@given(sides(), memories())
def test_nobody_is_given_away_twice(both: tuple[list[Entry], list[Entry]], memory: Memory) -> None:
    sets = _accepted(match_entries(*both, memory), MatchState.MATCHED, MatchState.SUGGESTED)
    for place in (0, 1):
        given_away = [id_ for ids in sets for id_ in ids[place]]
        assert len(set(given_away)) == len(given_away)


@settings(max_examples=scaled(300))
@given(sides())
def test_what_is_matched_by_itself_is_explained_to_the_cent(
    both: tuple[list[Entry], list[Entry]],
) -> None:
    lines, payouts = ({x.id: x for x in side} for side in both)
    matching = match_entries(*both)
    for line_ids, expected_ids in _accepted(matching, MatchState.MATCHED):
        shown, expected = [lines[x] for x in line_ids], [payouts[x] for x in expected_ids]
        assert len({x.currency for x in (*shown, *expected)}) == 1
        difference = sum(x.minor for x in shown) - sum(x.minor for x in expected)
        parts = [part.minor for part in expected[0].named] if len(expected) == 1 else []
        assert difference in (0, sum(parts), *parts)
    for found in matching.findings.values():
        assert found.state is not MatchState.MATCHED or found.difference_minor == 0


@given(sides(), memories())
def test_decisions_are_kept(both: tuple[list[Entry], list[Entry]], memory: Memory) -> None:
    findings = match_entries(*both, memory).findings
    assert set(findings) == {x.id for x in both[0]}
    confirmed = dict(memory.confirmed)
    for line_id, found in findings.items():
        offered = {*found.expected_ids, *found.alternatives}
        if line_id in confirmed:
            assert (found.state, found.expected_ids) == (MatchState.MATCHED, (confirmed[line_id],))
        else:
            assert offered.isdisjoint(confirmed.values())
        pairs = {(line, other) for line in found.line_ids for other in offered}
        assert pairs.isdisjoint(memory.rejected)
