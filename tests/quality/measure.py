"""Counts what a matcher got right, by slice, and prints it as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fbrecon.domain.matching.findings import Finding, MatchState


@dataclass
class Score:
    """One slice's counts; shares are of the lines that show something."""

    lines: int = 0
    nothing: int = 0
    matched: int = 0
    wrong: int = 0
    clear: int = 0
    clear_wrong: int = 0
    first: int = 0
    among_three: int = 0
    unexplained: int = 0

    def add(self, found: Finding, truth: frozenset[str]) -> None:
        """Count one line's finding; an empty truth means that it shows nothing."""
        right = bool(truth) and frozenset(found.expected_ids) == truth
        if truth:
            self.lines += 1
        else:
            self.nothing += 1
        if found.state is MatchState.MATCHED:
            self.matched += 1
            self.wrong += not right
            self.unexplained += found.difference_minor != 0
        elif found.state is MatchState.SUGGESTED:
            self.clear += 1
            self.clear_wrong += not right
        offered = (*found.expected_ids, *found.alternatives)
        self.first += right or (len(truth) == 1 and offered[:1] == tuple(truth))
        self.among_three += right or bool(truth.intersection(offered[:3]))

    @property
    def share(self) -> float:
        """Matched by itself and right, of what shows something."""
        return (self.matched - self.wrong) / self.lines if self.lines else 0.0

    @property
    def precision(self) -> float:
        """Right, of what was matched by itself."""
        return 1 - self.wrong / self.matched if self.matched else 1.0

    @property
    def clear_share(self) -> float:
        """Matched by itself or clearly suggested, and right."""
        accepted = self.matched + self.clear - self.wrong - self.clear_wrong
        return accepted / self.lines if self.lines else 0.0

    @property
    def clear_precision(self) -> float:
        """Right, of what was matched by itself or clearly suggested."""
        accepted = self.matched + self.clear
        return 1 - (self.wrong + self.clear_wrong) / accepted if accepted else 1.0


@dataclass
class Scores:
    """Scores by slice; `answers` are all first choices with odds against them, for the curve."""

    slices: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    answers: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, found: Finding, truth: frozenset[str], slices: Iterable[str]) -> None:
        """Count one line in all its slices."""
        for name in slices:
            self.slices[name].add(found, truth)
        if found.expected_ids:
            right = frozenset(found.expected_ids) == truth
            self.answers.append((found.confidence, right))

    def print_table(self) -> None:
        """Slices, one a line."""
        print(
            f"{'slice':26}{'lines':>7}{'matched':>9}{'wrong':>6}{'share':>7}"
            f"{'+clear':>8}{'wrong':>6}{'share':>7}{'precision':>11}{'top 1':>8}{'top 3':>8}"
        )
        for name, x in sorted(self.slices.items(), key=_place):
            if not x.lines:
                print(
                    f"{name:26}{x.nothing:7}{x.matched:9}{x.wrong:6}{'':7}{x.clear:8}"
                    f"{x.clear_wrong:6}"
                )
                continue
            print(
                f"{name:26}{x.lines:7}{x.matched:9}{x.wrong:6}{x.share:7.3f}"
                f"{x.matched + x.clear:8}{x.wrong + x.clear_wrong:6}{x.clear_share:7.3f}"
                f"{x.clear_precision:11.5f}{x.first / x.lines:8.4f}{x.among_three / x.lines:8.4f}"
            )

    def print_curve(self, lines: int) -> None:
        """Precision and share by how much odds against a first choice are put up with."""
        print("odds against   accepted   share   wrong   precision")
        for odds in (1e5, 1e4, 5e3, 1e3, 500, 200, 100, 50, 20, 10, 5, 2, 1):
            taken = [right for sure, right in self.answers if sure >= 1 / (1 + 1 / odds) - 1e-9]
            _print_point(f"1 in {odds:,.0f}", taken, lines)
        _print_point("any", [right for _, right in self.answers], lines)


def _place(row: tuple[str, Score]) -> tuple[int, str]:
    """Totals, then styles, then slices."""
    name = row[0]
    return (0 if name.startswith("all") else 1 if name.startswith("st") else 2), name


def _print_point(name: str, taken: list[bool], lines: int) -> None:
    wrong = len(taken) - sum(taken)
    precision = 1 - wrong / len(taken) if taken else 1.0
    print(f"{name:14}{len(taken):9}{sum(taken) / lines:8.4f}{wrong:8}{precision:12.5f}")


def print_rule(name: str, answers: Mapping[str, str], truth: Mapping[str, frozenset[str]]) -> None:
    """One baseline's line: what it matched, what of it was wrong, and its share."""
    lines = sum(bool(x) for x in truth.values())
    right = sum(truth[line] == {payout} for line, payout in answers.items())
    precision = right / len(answers) if answers else 1.0
    print(f"{name:34}{len(answers):8}{len(answers) - right:8}{precision:11.4f}{right / lines:8.3f}")
