"""Matching: 100,000 bank lines against as many payouts, and 1,000,000 payments by id."""

from __future__ import annotations

from math import log
from random import Random

from fbrecon.domain.matching.by_id import link_by_id
from fbrecon.domain.matching.findings import MatchState
from fbrecon.domain.matching.pairing import match_entries
from tests.bench.matching_records import make_records
from tests.bench.part import Figure, Part, measured
from tests.quality.baselines import exact_and_unique


def match_lines(scale: float) -> list[Figure]:
    """The whole answer, beside a dictionary of sums; and beside a fifth of the records."""
    count = max(50, int(100_000 * scale))
    few, many = make_records(count // 5, 2), make_records(count)
    with measured() as little:
        match_entries(few[0], few[1])
    with measured() as whole:
        findings = match_entries(many[0], many[1]).findings
    wrong = sum(
        found.state is MatchState.MATCHED and found.expected_ids != (many[2].get(line),)
        for line, found in findings.items()
    )
    if wrong * 5000 > count:
        raise AssertionError(f"{wrong} of {count} lines are matched wrong: fast is not enough")
    with measured() as by_sum:
        exact_and_unique(many[0], many[1])
    growth = 5 * log(count) / log(count / 5)
    return [
        Figure(
            f"{count:,} lines, {count:,} payouts",
            whole.seconds,
            "equal sums that are unique, by dictionary",
            by_sum.seconds,
            most_seconds=60,
            most_megabytes=1000,
        ),
        Figure(
            f"the same against {growth:.2f} times a fifth (n log n)",
            whole.seconds,
            f"{count // 5:,} lines, {growth:.2f} times",
            little.seconds * growth,
            most_ratio=1.3,
        ),
    ]


def link_ids(scale: float) -> list[Figure]:
    """Payments of both sides by the platform's id, in any order, beside a plain dictionary."""
    count = max(50, int(1_000_000 * scale))
    random = Random("ids")
    left = [f"pay_{n:012x}" for n in range(count)]
    right = [f"pay_{n:012x}" for n in range(count // 10, count + count // 10)]
    random.shuffle(left)
    random.shuffle(right)
    with measured() as ours:
        links = link_by_id(left, right)
    if len(links.both) != count - count // 10 or links.twice:
        raise AssertionError("links are missing: fast is not enough")
    with measured() as plain:
        known = dict.fromkeys(right)
        sum(1 for key in left if key in known)
    return [
        Figure(
            f"{count:,} payments against {count:,} by id",
            ours.seconds,
            "a plain dictionary, twins unseen",
            plain.seconds,
            most_seconds=10,
        )
    ]


PARTS = [Part("match lines", match_lines), Part("link ids", link_ids)]
