"""Broken answers of both services, a few of each kind; `make fuzz` tries very many."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from fbrecon.domain.posting import OutcomeClass, WriteOutcome
from fbrecon.errors import FbreconError, Refused, Unreadable
from tests.conftest import scaled
from tests.fuzz import wire
from tests.fuzz.mutate import Mutator
from tests.fuzz.wire_calls import Wire, claims_something, is_send, open_wire
from tests.fuzz.wire_samples import list_made_up, list_recorded
from tests.fuzz.work import TooMuchWorkError, counted

SEED = 20261125
DEEP = 100_000


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """The log says of each odd answer what the tally says, too."""
    log = logging.getLogger("fbrecon")
    before = log.level
    log.setLevel(logging.CRITICAL)
    yield
    log.setLevel(before)


@pytest.fixture(scope="module")
def both() -> Iterator[Wire]:
    with open_wire() as made:
        yield made


def test_every_recorded_answer_has_a_call_that_reads_it(both: Wire) -> None:
    recorded = list_recorded()
    assert len(recorded) >= 40
    assert {sample.call for sample in (*recorded, *list_made_up())} <= set(both.calls)


def test_a_whole_answer_is_taken_for_what_it_is(both: Wire) -> None:
    ends = set()
    for sample in list_made_up():
        if "refused read" in sample.name:
            with pytest.raises(Refused):
                both.play(sample.call, sample.status, sample.body)
            continue
        result = both.play(sample.call, sample.status, sample.body)
        if is_send(sample.call):
            assert claims_something(result), sample.name
            ends.add(result.kind)
        else:
            assert getattr(result, "odd", ()) == (), sample.name
    assert {OutcomeClass.APPLIED, OutcomeClass.REFUSED} <= ends


def test_an_answer_cut_anywhere_is_never_taken_for_whole() -> None:
    stride = max(1, 151 // scaled(1))
    tally = wire.truncate(stride, offset=SEED)
    assert tally.problems == []
    assert tally.tried > 200


def test_a_mutated_answer_ends_in_a_result_or_an_error_of_ours() -> None:
    tally = wire.mutate(scaled(1_500), SEED)
    assert tally.problems == []
    assert {"read", "Unreadable", "NotJson", "ambiguous", "applied"} <= set(tally.outcomes)


def test_memory_stays_flat_over_mutated_answers() -> None:
    left, peak = wire.memory(SEED, scaled(300))
    assert left < wire.MEMORY_LEFT
    assert peak < wire.MEMORY_PEAK


# ---- what it found


@pytest.mark.parametrize("body", [b"[" * DEEP, b'{"data":' * DEEP, b'{"data":[' + b"[" * DEEP])
def test_an_answer_nested_without_end_is_unreadable_for_every_call(both: Wire, body: bytes) -> None:
    for call in both.calls:
        for status in (200, 422):
            try:
                result = both.play(call, status, body)
            except FbreconError:
                continue
            sure = isinstance(result, WriteOutcome) and claims_something(result)
            assert not sure, call


@pytest.mark.parametrize("total", ["1e9999999", '"sNaN"', '"Infinity"', "-1e400", '"1e-9999999"'])
def test_a_total_that_is_no_sum_proves_nothing_and_is_not_written_out(
    both: Wire, total: str
) -> None:
    body = f'{{"id":"i1","customer_id":"c1","total":{total}}}'.encode()
    outcome = both.play("platform_send_invoice", 201, body)
    assert outcome.kind is OutcomeClass.AMBIGUOUS
    assert len(outcome.summary) < 200


def test_lines_of_an_entry_that_are_no_numbers_are_a_difference(both: Wire) -> None:
    (entry,) = [sample for sample in list_made_up() if sample.name == "an entry"]
    for odd in (b'"NaN"', b'"sNaN"', b'"1E+1000000"', b'"x"'):
        outcome = both.play("send_entry", 200, entry.body.replace(b"96.8", odd))
        assert outcome.kind is OutcomeClass.APPLIED_DIFFERENT, odd


@pytest.mark.parametrize("life", ["1e400", "-1e400", "9" * 400, "[]", "{}", '"x"', "null"])
def test_a_key_of_any_odd_life_is_taken_or_refused(both: Wire, life: str) -> None:
    body = f'{{"access_token":"t","token_type":"Bearer","expires_in":{life}}}'.encode()
    try:
        both.play("platform_key", 200, body)
    except Unreadable:
        assert life != "null"


def test_a_time_outside_the_calendar_sets_its_row_aside(both: Wire) -> None:
    body = b'{"data":[{"id":"c1","name":"A","created_at":"0001-01-01T00:00:00+14:00"}]}'
    page = both.play("platform_customers", 200, body)
    assert (page.records, len(page.odd)) == ((), 1)


def test_a_list_that_never_ends_is_unreadable(both: Wire) -> None:
    row = b'{"id":5,"category":"Fees"}'
    body = b'{"response":{"result":{"categories":[' + row + b'],"pages":1000000000}}}'
    with pytest.raises(Unreadable, match="did not end"):
        both.play("categories", 200, body)


# ---- the tools


def test_the_same_seed_breaks_the_same_way() -> None:
    bodies = [sample.body for sample in list_made_up()]
    first, again = (
        [Mutator(f"{SEED}:{n}", bodies).mutate(bodies[0]) for n in range(50)] for _ in range(2)
    )
    assert first == again
    assert len(set(first)) > 40


def test_work_without_end_is_stopped_by_its_count() -> None:
    def endless() -> None:
        while True:
            len("")

    with pytest.raises(TooMuchWorkError, match="endless"):
        counted(endless, 100)
    assert counted(lambda: 7, 0) == 7
