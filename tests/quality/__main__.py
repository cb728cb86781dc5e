"""Prints how good matching is: generated businesses, and the public set where it is given."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Collection
from pathlib import Path
from time import monotonic

from fbrecon.domain.matching.composition import compose
from fbrecon.domain.matching.findings import Finding, MatchState
from fbrecon.domain.matching.pairing import match_entries, observe
from tests.quality.baselines import RULES
from tests.quality.measure import Score, Scores, print_rule
from tests.quality.public_set import PublicSet, list_slices, read_public_set
from tests.quality.scenarios import HARD, STYLES, Business, make_business
from tests.quality.three_fields import match_three_fields

FIRST_SEED = 5000
SHORT = (10, 31)
SET_FOLDER = "FBRECON_TEST_BANK_TRANSFERS"


def main(words: list[str]) -> int:
    """Exits with 1 if an aim is missed."""
    options = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    options.add_argument("--businesses", type=int, default=120, help="how many to generate")
    options.add_argument("--days", type=int, default=240, help="how long each is watched")
    options.add_argument("--seed", type=int, default=FIRST_SEED, help="the first one's seed")
    options.add_argument(
        "--bank-transfers",
        type=Path,
        default=os.environ.get(SET_FOLDER) or None,
        help=f"folder of the public set: bank.csv, payouts.csv, truth.json ({SET_FOLDER})",
    )
    given = options.parse_args(words)
    reached = measure_businesses(given.businesses, given.days, given.seed)
    if given.bank_transfers is None:
        print(f"\nThe public set was not measured: name its folder in {SET_FOLDER}.")
        return 0 if reached else 1
    reached &= measure_public_set(read_public_set(Path(given.bank_transfers)))
    return 0 if reached else 1


def measure_businesses(count: int, days: int, seed: int) -> bool:
    """Generated businesses, each matched by itself, with nothing learned beforehand."""
    began = monotonic()
    print(f"Generated businesses: {count}, {days} days each, seeds from {seed}\n")
    scores = Scores()
    rules: dict[str, dict[str, str]] = defaultdict(dict)
    truths: dict[str, frozenset[str]] = {}
    compositions: dict[str, Counter[str]] = defaultdict(Counter)
    usual = "all but the hard style"
    foreign = 0
    for number in range(seed, seed + count):
        business = make_business(number, days)
        findings = match_entries(business.lines, business.payouts).findings
        hard = business.style.name == HARD
        for line in business.lines:
            truth = truths[line.id] = business.truth[line.id]
            parts = ["all", f"style: {business.style.name}"]
            parts += (
                ["hard twins"] if "twins on one day" in business.slices[line.id] and hard else []
            )
            parts += [] if hard else [usual, *business.slices[line.id]]
            scores.add(findings[line.id], truth, parts)
        for rule, apply in RULES.items():
            rules[rule].update(apply(business.lines, business.payouts))
        _count_compositions(business, compositions)
        for window in SHORT[: 0 if hard else None]:
            short = business.show_days(window)
            answers = match_entries(short.lines, short.payouts).findings
            for line in short.lines:
                name = f"statement of {window} days"
                scores.slices[name].add(answers[line.id], business.truth[line.id])
        foreign += _count_foreign(business, make_business(number + len(STYLES), days))
    scores.print_table()
    print()
    scores.print_curve(scores.slices["all"].lines)
    _print_rules(rules, truths, scores.slices["all"])
    composed_right = _print_compositions(compositions)
    every, twins = scores.slices["all"], ("twins on one day", "hard twins")
    twins_right = all(not scores.slices[name].wrong for name in twins)
    print(f"\n{monotonic() - began:.0f} s")
    return all(
        [
            _say("matched by itself, right, all styles", every.precision, 0.9998),
            _say(
                "matched by itself, share, but for the hard style", scores.slices[usual].share, 0.95
            ),
            _say("none wrong among twins", float(twins_right), 1),
            _say("none with an unexplained cent", float(not every.unexplained), 1),
            _say("none matched on another business's statement", float(not foreign), 1),
            _say("payouts composed by themselves, right", composed_right, 0.9998),
        ]
    )


def _count_foreign(business: Business, other: Business) -> int:
    """Lines matched by themselves to payouts of another business of the same style."""
    findings = match_entries(business.lines, other.payouts).findings.values()
    return sum(found.state is MatchState.MATCHED for found in findings)


def _count_compositions(business: Business, counts: dict[str, Counter[str]]) -> None:
    """Payouts against payments that name none of them."""
    settled, parts = business.list_settled()
    for payout_id, found in compose(business.payouts, settled).items():
        for name in ("all", f"style: {business.style.name}"):
            counts[name][found.state] += 1
            counts[name][f"{found.state} wrong"] += frozenset(found.part_ids) != parts[payout_id]


def _print_compositions(counts: dict[str, Counter[str]]) -> float:
    """Prints what payouts without named payments are made of; precision of those matched."""
    print("\nPayouts of which the platform names no payment:")
    print(
        f"{'':26}{'payouts':>8}{'matched':>9}{'wrong':>6}{'share':>7}{'suggested':>11}{'wrong':>6}"
    )
    matched, suggested = MatchState.MATCHED.value, MatchState.SUGGESTED.value
    for name, x in sorted(counts.items()):
        total = sum(x[state] for state in MatchState)
        print(
            f"{name:26}{total:8}{x[matched]:9}{x[f'{matched} wrong']:6}{x[matched] / total:7.3f}"
            f"{x[suggested]:11}{x[f'{suggested} wrong']:6}"
        )
    return 1 - counts["all"][f"{matched} wrong"] / max(1, counts["all"][matched])


def measure_public_set(public: PublicSet) -> bool:
    """Learns on one part of the public set and measures on the rest."""
    began = monotonic()
    learn, rest = public.split()
    print(f"\nPublic set: {len(learn.lines)} pairs to learn from, {len(rest.lines)} measured\n")
    weights = observe(learn.truth.items(), public.lines, public.payouts)
    truth = {line: frozenset([payout]) for line, payout in rest.truth.items()}
    slices = list_slices(rest)
    scores = Scores()
    findings = match_entries(rest.lines, rest.payouts, weights=weights).findings
    for line in rest.lines:
        scores.add(findings[line.id], truth[line.id], ["all", *sorted(slices[line.id])])
    scores.print_table()
    print()
    scores.print_curve(len(rest.lines))
    rules = {name: apply(rest.lines, rest.payouts) for name, apply in RULES.items()}
    payouts = {x.id: x for x in learn.payouts}
    known = [(line, payouts[learn.truth[line.id]]) for line in learn.lines]
    three = match_three_fields(known, rest.lines, rest.payouts)
    for margin in (0, 1, 3, 4):
        name = f"three fields, one-to-one, margin {margin}"
        rules[name] = {line: x for line, (x, gap) in three.items() if gap >= margin or not margin}
    _print_rules(rules, truth, scores.slices["all"])
    print("\nNothing learned beforehand:")
    _print_variant(rest, match_entries(rest.lines, rest.payouts).findings.values())
    print("\nFour times as dense in time:")
    dense = rest.denser(4)
    _print_variant(
        dense, match_entries(dense.lines, dense.payouts, weights=weights).findings.values()
    )
    for lines in (0, 300):
        part = rest.without(300, lines)
        print(f"\n300 of 1,000 payouts missing, {lines} of 1,000 lines missing:")
        matching = match_entries(part.lines, part.payouts, weights=weights)
        _print_variant(part, matching.findings.values())
    score = scores.slices["all"]
    print(f"\n{monotonic() - began:.0f} s")
    return all(
        [
            _say("matched or clear, right", score.clear_precision, 0.9993),
            _say("matched or clear, share", score.clear_share, 0.80),
            _say("first choice right", score.first / max(1, score.lines), 0.98),
        ]
    )


def _print_rules(
    rules: dict[str, dict[str, str]], truth: dict[str, frozenset[str]], ours: Score
) -> None:
    print(f"\n{'rule':34}{'matched':>8}{'wrong':>8}{'precision':>11}{'share':>8}")
    for name, answers in rules.items():
        print_rule(name, answers, truth)
    clear = ours.matched + ours.clear
    wrong = ours.wrong + ours.clear_wrong
    print(
        f"{'ours, by itself':34}{ours.matched:8}{ours.wrong:8}{ours.precision:11.4f}"
        f"{ours.share:8.3f}"
    )
    print(
        f"{'ours, with clear suggestions':34}{clear:8}{wrong:8}{ours.clear_precision:11.4f}"
        f"{ours.clear_share:8.3f}"
    )


def _print_variant(public: PublicSet, findings: Collection[Finding]) -> None:
    there = {x.id for x in public.payouts}
    score = Score()
    for found in findings:
        payout = public.truth[found.line_id]
        score.add(found, frozenset([payout] if payout in there else []))
    states = Counter(x.state for x in findings)
    print(
        f"matched {score.matched}, wrong {score.wrong}; clear {score.clear}, wrong"
        f" {score.clear_wrong}; of {score.lines} that are there {score.clear_share:.4f} right;"
        f" open {states[MatchState.AMBIGUOUS]}, none {states[MatchState.UNMATCHED]}"
    )


def _say(what: str, value: float, aim: float) -> bool:
    reached = value >= aim
    end = "reached" if reached else f"MISSED by {aim - value:.5f}"
    print(f"aim: {what}: {value:.5f} (at least {aim}) {end}")
    return reached


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
