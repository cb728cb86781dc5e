"""The matcher: which bank line shows which expected movement, as one answer for all of them.

Pure and deterministic: the order of the records changes nothing, and ids only name them. What a
person decided comes first. Then every line is weighed against what it may show, all are assigned
at once, and only what is sure against every other assignment, and explained to the cent, is
matched by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from fbrecon.domain.matching.assignment import Place, assign
from fbrecon.domain.matching.candidates import Candidates
from fbrecon.domain.matching.entries import Entry, in_order
from fbrecon.domain.matching.evidence import Evidence, Judge
from fbrecon.domain.matching.findings import CLEAR, SURE, Finding, Matching, MatchState, Memory
from fbrecon.domain.matching.grouping import Grouped, group_rest
from fbrecon.domain.matching.reasons import (
    CONFIRMED,
    NOTHING_FITS,
    explain_group,
    explain_pair,
    explain_twins,
)
from fbrecon.domain.matching.rounds import Outcome, run_rounds
from fbrecon.domain.matching.texts import SAYING_NOTHING, split_words
from fbrecon.domain.matching.weights import AmountKind, Observation, Weights

# A pair that is this much less likely than none (log of odds) is not worth a look.
_WORTH_A_LOOK = -5.0
_SHOWN = 3
_ABOUT_IN_TIME = range(-2, 11)


def match_entries(
    lines: Iterable[Entry],
    expected: Iterable[Entry],
    memory: Memory | None = None,
    weights: Weights | None = None,
    noun: str = "payouts",
) -> Matching:
    """A finding for each line. `noun` is what expected movements are called in the reasons.

    Without `weights`, what a person confirmed among these records is learned from. Raises
    `ValueError` where two lines or two movements share an id.
    """
    memory = memory or Memory()
    lines, expected = list(lines), list(expected)
    for side in (lines, expected):
        if len({entry.id for entry in side}) < len(side):
            raise ValueError("two entries share an id")
    if weights is None:
        weights = observe(memory.confirmed, lines, expected) if memory.confirmed else Weights()
    settled_lines = {line_id for line_id, _ in memory.confirmed}
    settled_expected = {expected_id for _, expected_id in memory.confirmed}
    match = _Match(
        in_order([x for x in lines if x.id not in settled_lines]),
        in_order([x for x in expected if x.id not in settled_expected]),
        memory.rejected,
        weights,
        Counter(_beginning(split_words(x.text)) for x in lines if x.id in settled_lines),
        noun,
    )
    findings = {x.id: _recall(x.id, memory) for x in lines if x.id in settled_lines}
    findings |= match.list_findings()
    shown = {other for found in findings.values() for other in found.expected_ids}
    missing = tuple(x.id for x in in_order(expected) if x.id not in shown)
    return Matching(findings, missing, match.outcome.weights)


def observe(
    pairs: Iterable[tuple[str, str]], lines: Iterable[Entry], expected: Iterable[Entry]
) -> Weights:
    """What confirmed one-to-one pairs teach, told by ids; the rest of the records is the measure.

    Pairs of which a record is not at hand, or which no rule could offer, teach nothing; nor do
    lines confirmed with several movements, and movements with several lines.
    """
    pairs = set(pairs)
    times = Counter(("line", line_id) for line_id, _ in pairs)
    times.update(("expected", expected_id) for _, expected_id in pairs)
    lines, expected = in_order(list(lines)), in_order(list(expected))
    judge = Judge(lines, expected, Weights())
    line_places = {entry.id: place for place, entry in enumerate(lines)}
    expected_places = {entry.id: place for place, entry in enumerate(expected)}
    found = [
        judge.weigh(line_places[line_id], expected_places[expected_id])
        for line_id, expected_id in sorted(pairs)
        if line_id in line_places
        and expected_id in expected_places
        and times["line", line_id] == times["expected", expected_id] == 1
    ]
    return Weights().learn(evidence.seen for evidence in found if evidence is not None)


def _beginning(words: Sequence[str]) -> str:
    return " ".join(words[:2])


def _is_plain(seen: Observation) -> bool:
    """Whether anyone would call it fitting: the same sum, about in time."""
    return seen.amount == AmountKind.EXACT and seen.days in _ABOUT_IN_TIME


def _recall(line_id: str, memory: Memory) -> Finding:
    chosen = tuple(sorted(other for line, other in memory.confirmed if line == line_id))
    together = tuple(sorted({line for line, other in memory.confirmed if other in chosen}))
    return Finding(
        line_id, MatchState.MATCHED, chosen, together, (), 0, 1.0, 0, CONFIRMED, by_person=True
    )


class _Match:
    """One run over what is open, in order; lines and movements are told by their places."""

    def __init__(
        self,
        lines: Sequence[Entry],
        expected: Sequence[Entry],
        rejected: frozenset[tuple[str, str]],
        weights: Weights,
        known: Mapping[str, int],
        noun: str,
    ) -> None:
        self.lines, self.expected, self.noun = lines, expected, noun
        judge = Judge(lines, expected, weights)
        candidates = Candidates(judge)
        self.found: list[dict[int, Evidence]] = [candidates.list_for(i) for i in range(len(lines))]
        if rejected:
            self.found = [
                {j: e for j, e in row.items() if (line.id, expected[j].id) not in rejected}
                for line, row in zip(lines, self.found, strict=True)
            ]
        beginnings = [_beginning(text.words) for text in judge.line_texts]
        self.outcome: Outcome = run_rounds(
            self.found, beginnings, self._list_covered(), weights, known
        )
        self.rows, self.places = self.outcome.rows, self.outcome.places
        self.grouped = group_rest(judge, candidates, self, beginnings, rejected)
        self._leave_out_groups()
        self._twins = (
            Counter((x.currency, x.on, x.minor, x.text) for x in lines),
            Counter((x.currency, x.minor) for x in expected),
        )
        self._taken = {
            place.other: i
            for i, place in enumerate(self.places)
            if place is not None and place.against < 1
        }

    def is_matched(self, i: int) -> bool:
        """Whether the line's pair is sure, explained, and not the sum's word alone.

        Where the text says nothing, lines that begin alike must usually be of the kind.
        """
        place = self.places[i]
        if place is None or place.against > SURE:
            return False
        seen = self.found[i][place.other].seen
        usual = self.outcome.usual[i]
        return seen.is_explained and (usual or seen.text not in SAYING_NOTHING)

    def _list_covered(self) -> list[bool]:
        """Whether a movement would have to be among the lines, by the time that they reach over."""
        if not self.lines:
            return [False] * len(self.expected)
        days = [line.on.toordinal() for line in self.lines]
        first, last = min(days), max(days)
        return [first <= x.on.toordinal() <= last - 3 for x in self.expected]

    def _leave_out_groups(self) -> None:
        """Assign the rest once more without what groups took."""
        sure = [x for x in self.grouped.values() if x.state is not MatchState.AMBIGUOUS]
        if not sure:
            return
        lines = {i for group in sure for i in group.lines}
        movements = {j for group in sure for j in group.expected}
        self.rows = [
            {} if i in lines else {j: w for j, w in row.items() if j not in movements}
            for i, row in enumerate(self.rows)
        ]
        self.places = assign(self.rows, len(self.expected)).places

    def list_findings(self) -> dict[str, Finding]:
        """A finding for each open line, by id."""
        return {line.id: self._find(i) for i, line in enumerate(self.lines)}

    def _find(self, i: int) -> Finding:
        group = self.grouped.get(i)
        place = self.places[i]
        if group is not None and not (
            group.state is MatchState.AMBIGUOUS and place is not None and place.against <= CLEAR
        ):
            return self._of_group(i, group)
        ranked = self._rank(i)
        if place is None:
            return self._of_none(i, ranked)
        return self._of_pair(i, place, [j for j in ranked if j != place.other])

    def _rank(self, i: int) -> list[int]:
        """The line's candidates, best first; those that surely belong to another line come last."""
        row = self.rows[i]
        return sorted(row, key=lambda j: (self._taken.get(j, i) != i, -row[j], j))

    def _of_pair(self, i: int, place: Place, rest: list[int]) -> Finding:
        line, other = self.lines[i], self.expected[place.other]
        evidence = self.found[i][place.other]
        others = sum(self.rows[i][j] > 0 for j in rest)
        reason = explain_pair(line, other, evidence, others)
        if self.is_matched(i):
            state = MatchState.MATCHED
        elif place.against <= CLEAR:
            state = MatchState.SUGGESTED
        else:
            state = MatchState.AMBIGUOUS
            equal = self._twins[0][line.currency, line.on, line.minor, line.text]
            alike = self._twins[1][other.currency, other.minor]
            if equal > 1 and alike > 1:
                reason = explain_twins(equal, alike)
        return Finding(
            line.id,
            state,
            (other.id,),
            (line.id,),
            self._name(rest),
            others,
            round(place.probability, 6),
            0 if evidence.seen.is_explained else line.minor - other.minor,
            reason,
        )

    def _of_none(self, i: int, ranked: list[int]) -> Finding:
        line, row = self.lines[i], self.rows[i]
        near = [
            j
            for j in ranked
            if self._taken.get(j, i) == i
            and (row[j] > _WORTH_A_LOOK or _is_plain(self.found[i][j].seen))
            and self._speaks(i, j)
        ]
        if not near:
            return Finding(
                line.id,
                MatchState.UNMATCHED,
                (),
                (line.id,),
                self._name(ranked),
                0,
                0.0,
                0,
                NOTHING_FITS,
            )
        reason = explain_pair(line, self.expected[near[0]], self.found[i][near[0]], len(near) - 1)
        return Finding(
            line.id,
            MatchState.AMBIGUOUS,
            (),
            (line.id,),
            self._name(ranked),
            len(near),
            0.0,
            0,
            f"Rather none than the nearest. {reason}",
        )

    def _speaks(self, i: int, j: int) -> bool:
        """Whether anything speaks for a pair that none is preferred to: sum, text, or the kind.

        Between few records even sums that differ seem near, since there is little to compare with.
        """
        seen = self.found[i][j].seen
        return seen.is_explained or self.outcome.usual[i] or seen.text not in SAYING_NOTHING

    def _of_group(self, i: int, group: Grouped) -> Finding:
        line = self.lines[i]
        chosen = tuple(self.expected[j].id for j in group.expected)
        if len(group.lines) > 1:
            count, noun = len(group.lines), "lines"
            total = self.expected[group.expected[0]]
        else:
            count, noun, total = len(chosen), self.noun, line
        return Finding(
            line.id,
            group.state,
            chosen if group.readings == 1 else (),
            tuple(self.lines[x].id for x in group.lines) if group.readings == 1 else (line.id,),
            self._name([j for j in self._rank(i) if j not in group.expected]),
            max(group.readings - 1, group.rivals),
            round(1 / (1 + group.against), 6),
            0,
            explain_group(group.kind, count, noun, group.days, group.readings, group.rivals, total),
        )

    def _name(self, places: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.expected[j].id for j in places[:_SHOWN])
