"""The plainest weighted matcher, as a baseline: sum, delay and memo, and one-to-one.

Weights of a few classes are counted on the part to learn from; a pair is accepted where it beats
its own runners-up by a margin. That is what the literature gives without more ado.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import floor, log

from fbrecon.domain.matching.assignment import assign
from fbrecon.domain.matching.entries import Entry

_KEPT = 8


def match_three_fields(
    known: Sequence[tuple[Entry, Entry]], lines: Sequence[Entry], payouts: Sequence[Entry]
) -> dict[str, tuple[str, float]]:
    """Line id → payout id and the margin to the pair's runners-up, in natural logarithms."""
    matched = Counter(key for pair in known for key in _classes(*pair))
    shifted = [
        (known[place][0], known[(place * 7 + 3) % len(known)][1]) for place in range(len(known))
    ]
    chance = Counter(key for pair in shifted for key in _classes(*pair))
    by_day: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, payout in enumerate(payouts):
        by_day[payout.on.toordinal()].append((payout.minor, place))
    for day in by_day.values():
        day.sort()
    weight_of = {
        key: log((matched[key] + 0.5) / (chance[key] + 0.5)) for key in {*matched, *chance}
    }
    rows: list[dict[int, float]] = []
    for line in lines:
        row: dict[int, float] = {}
        for days in range(22):
            found = by_day.get(line.on.toordinal() - days, [])
            first = bisect_left(found, (line.minor * 88 // 100, 0))
            last = bisect_right(found, (line.minor * 113 // 100, 0))
            for _, place in found[first:last]:
                classes = _classes(line, payouts[place])
                row[place] = 20 + sum(weight_of.get(key, 0.0) for key in classes)
        best = sorted(row, key=lambda place: (-row[place], place))[:_KEPT]
        rows.append({place: row[place] for place in best})
    wanted: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        for place, weight in row.items():
            wanted[place].append(weight)
    for weights in wanted.values():
        weights.sort(reverse=True)
    answers: dict[str, tuple[str, float]] = {}
    places = assign(rows, len(payouts), 1).places
    for line, row, taken in zip(lines, rows, places, strict=True):
        if taken is None:
            continue
        mine = row[taken.other]
        others = [weight for other, weight in row.items() if other != taken.other]
        rivals = list(wanted[taken.other])
        rivals.remove(mine)
        margin = mine - max([0.0, *others, *rivals[:1]])
        answers[line.id] = (payouts[taken.other].id, margin)
    return answers


def _classes(line: Entry, payout: Entry) -> tuple[str, str, str]:
    days = (line.on - payout.on).days
    if line.minor == payout.minor:
        amount = "exact"
    elif line.minor * payout.minor <= 0:
        amount = "far"
    else:
        amount = str(max(-15, min(15, floor(abs(log(line.minor / payout.minor)) / 0.01))))
    if line.text == payout.text:
        text = "equal"
    elif line.text[:8] == payout.text[:8]:
        text = "eight"
    elif line.text.split()[:1] == payout.text.split()[:1]:
        text = "first"
    else:
        text = "none"
    return f"a{amount}", f"d{max(-1, min(22, days))}", f"t{text}"
