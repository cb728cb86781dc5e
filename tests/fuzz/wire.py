"""Answers cut at every byte, and mutated answers, into every parser of both adaptors.

What must hold: a result or an error of ours, never another exception; a send's outcome is certain
only where its answer is whole; no more steps than the size of the answer deserves; no result out of
proportion to its answer; and no memory that stays.
"""

from __future__ import annotations

import logging
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from fbrecon.domain.posting import WriteOutcome
from fbrecon.errors import FbreconError
from tests.fuzz.mutate import Mutator
from tests.fuzz.wire_calls import Wire, claims_something, is_send, open_wire
from tests.fuzz.wire_samples import Sample, list_made_up, list_recorded
from tests.fuzz.work import counted

STATUSES = (200, 200, 200, 200, 201, 204, 301, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503)
KINDS = ("application/json", "application/json", "application/json", "text/html; charset=utf-8")
LARGEST_RESULT = 40  # times the answer, and as much again as 20,000 bytes
MEMORY_ROUNDS = 3_000
MEMORY_LEFT = 2 * 1024 * 1024
MEMORY_PEAK = 64 * 1024 * 1024


@dataclass(slots=True)
class Tally:
    """What was tried and what came of it; `problems` are to be empty."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def note(self, what: str, problem: str = "") -> None:
        """One case: the kind of its end, and what is wrong with it."""
        self.tried += 1
        self.outcomes[what] += 1
        if problem and len(self.problems) < 50:
            self.problems.append(problem)


def truncate(stride: int = 1, offset: int = 0) -> Tally:
    """Every answer cut after each `stride`th byte; a cut one must never be taken for whole."""
    tally = Tally()
    with open_wire() as wire:
        for sample in (*list_recorded(), *list_made_up()):
            if (
                sample.call == "platform_archive"
            ):  # nothing is asked of that answer but that it came
                continue
            whole = sample.body.rstrip()
            for kept in range(offset % stride, len(whole), stride):
                _try(wire, sample, whole[:kept], sample.status, tally, cut=True)
    return tally


def mutate(count: int, seed: int) -> Tally:
    """So many mutated answers, spread over all calls."""
    tally = Tally()
    with open_wire() as wire:
        for sample, body, status, kind in _mutations(wire, count, seed):
            _try(wire, sample, body, status, tally, kind=kind)
    return tally


def memory(seed: int, rounds: int = MEMORY_ROUNDS) -> tuple[int, int]:
    """The bytes that stay after so many mutated answers, and the highest peak among them."""
    with open_wire() as wire:
        batch = list(_mutations(wire, rounds, seed))
        for sample, body, status, kind in batch[: rounds // 10]:  # caches fill once
            _try(wire, sample, body, status, Tally(), kind=kind)
        tracemalloc.start()
        try:
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            for sample, body, status, kind in batch:
                _try(wire, sample, body, status, Tally(), kind=kind)
            after, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    return after - before, peak - before


def _mutations(wire: Wire, count: int, seed: int) -> Iterator[tuple[Sample, bytes, int, str]]:
    samples = [*list_recorded(), *list_made_up()]
    bodies = [sample.body for sample in samples]
    unsampled = sorted(set(wire.calls) - {sample.call for sample in samples})
    for number in range(count):
        mutator = Mutator(f"{seed}:{number}", bodies)
        sample = mutator.choose(samples)
        if number % 8 == 0:  # calls that have no answer of their own, and answers to other calls
            call = mutator.choose(unsampled if number % 16 else sorted(wire.calls))
            sample = Sample(sample.name, call, sample.status, sample.body)
        status = sample.status if number % 3 else mutator.choose(list(STATUSES))
        yield sample, mutator.mutate(sample.body), status, mutator.choose(list(KINDS))


def _try(
    wire: Wire,
    sample: Sample,
    body: bytes,
    status: int,
    tally: Tally,
    *,
    kind: str = "application/json",
    cut: bool = False,
) -> None:
    where = f"{sample.call} ({sample.name}), {status}, {len(body)} bytes {body[:80]!r}"
    try:
        result = counted(lambda: wire.play(sample.call, status, body, kind), len(body))
    except FbreconError as error:
        problem = "" if len(error.sentence) < 1200 else f"a long sentence: {where}"
        tally.note(type(error).__name__, problem)
        return
    except Exception as error:  # noqa: BLE001 - what is looked for
        tally.note("crashed", f"{type(error).__name__}: {error!s:.120}: {where}")
        return
    problem = ""
    if isinstance(result, WriteOutcome) and "fault of this program" in result.summary:
        problem = f"{result.summary} {where}"
    elif len(repr(result)) > LARGEST_RESULT * (len(body) + 20_000):
        problem = f"a result of {len(repr(result))} characters: {where}"
    elif cut and is_send(sample.call) and claims_something(result) and status not in (401, 429):
        problem = f"a cut answer counts as {result.kind}: {where}"
    elif cut and not is_send(sample.call) and not _is_told(result):
        problem = f"a cut answer is taken for whole: {where}"
    tally.note(str(result.kind) if isinstance(result, WriteOutcome) else "read", problem)


def _is_told(result: object) -> bool:
    """Whether a result of a cut answer says that something is missing."""
    return result is None or getattr(result, "lines", 0) is None


def quiet() -> None:
    """The adaptors' own log says of each odd answer what the tally says, too."""
    logging.getLogger("fbrecon").setLevel(logging.CRITICAL)
