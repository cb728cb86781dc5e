"""The rules of other programs, written anew from what they publish, to be measured beside ours.

The memo stands in for the payee. Each rule gives line id → payout id; ties fall to the first in
the given order, as they do there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from fbrecon.domain.matching.entries import Entry

Rule = Callable[[Sequence[Entry], Sequence[Entry]], dict[str, str]]


def exact_and_unique(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """Equal sum within seven days, the only one both ways."""
    by_sum = _by_sum(payouts)
    offers = {line.id: [x.id for x in by_sum[line.minor] if _days(line, x) <= 7] for line in lines}
    wanted = Counter(x for offer in offers.values() for x in offer)
    return {
        line: offer[0]
        for line, offer in offers.items()
        if len(offer) == 1 and wanted[offer[0]] == 1
    }


def sweeps(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """Actual: equal sum within seven days, first with an equal payee, then the nearest left."""
    by_sum, taken, found = _by_sum(payouts), set[str](), dict[str, str]()
    for same_text in (True, False):
        for line in lines:
            if line.id in found:
                continue
            offer = [
                x
                for x in by_sum[line.minor]
                if x.id not in taken
                and _days(line, x) <= 7
                and (x.text == line.text or not same_text)
            ]
            if offer:
                best = min(offer, key=lambda x: _days(line, x))
                found[line.id] = best.id
                taken.add(best.id)
    return found


def payee_equal(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """KMyMoney: equal sum and payee within seven days, first hit."""
    by_sum, taken, found = _by_sum(payouts), set[str](), dict[str, str]()
    for line in lines:
        for payout in by_sum[line.minor]:
            if payout.text == line.text and _days(line, payout) <= 7 and payout.id not in taken:
                found[line.id] = payout.id
                taken.add(payout.id)
                break
    return found


def points(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """GnuCash: points for sum, date and memo; the best of six and more."""
    near, taken, found = _Near(payouts), set[str](), dict[str, str]()
    for line in lines:
        best, best_points = "", 5
        for payout in near.within(line, 300, 14):
            days, score = _days(line, payout), 0
            score += 3 if payout.minor == line.minor else 2
            score += 3 if days == 0 else 2 if days <= 4 else 0
            half = max(1, len(line.text) // 2)
            if payout.text == line.text:
                score += 2
            elif payout.text[:half] == line.text[:half]:
                score += 1
            if score > best_points and payout.id not in taken:
                best, best_points = payout.id, score
        if best:
            found[line.id] = best
            taken.add(best)
    return found


def three_per_cent(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """Odoo once: within three per cent, the closest sum, within seven days."""
    near, taken, found = _Near(payouts), set[str](), dict[str, str]()
    for line in lines:
        offer = near.within(line, abs(line.minor) * 3 // 100, 7)
        left = [x for x in offer if x.id not in taken]
        if left:
            best = min(left, key=lambda x: abs(x.minor - line.minor))
            found[line.id] = best.id
            taken.add(best.id)
    return found


def five_per_cent_first(lines: Sequence[Entry], payouts: Sequence[Entry]) -> dict[str, str]:
    """beangulp: within five per cent and two days, the first; it is made for duplicates."""
    near = _Near(payouts)
    hits = ((x.id, near.within(x, abs(x.minor) * 5 // 100, 2)) for x in lines)
    return {line: next(iter(offer)).id for line, offer in hits if offer}


RULES: dict[str, Rule] = {
    "equal sum, unique, 7 days": exact_and_unique,
    "Actual-style sweeps": sweeps,
    "KMyMoney-style, payee equal": payee_equal,
    "GnuCash-style points, from 6": points,
    "3 % tolerance, closest": three_per_cent,
    "beangulp 5 %, first hit": five_per_cent_first,
}


def _days(line: Entry, payout: Entry) -> int:
    return abs((line.on - payout.on).days)


def _by_sum(payouts: Iterable[Entry]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = defaultdict(list)
    for payout in payouts:
        found[payout.minor].append(payout)
    return found


class _Near:
    """Payouts near in sum and days, in the given order."""

    def __init__(self, payouts: Sequence[Entry]) -> None:
        self._by_day: dict[int, list[tuple[int, Entry]]] = defaultdict(list)
        for place, payout in enumerate(payouts):
            self._by_day[payout.on.toordinal()].append((place, payout))

    def within(self, line: Entry, minor: int, days: int) -> list[Entry]:
        day = line.on.toordinal()
        hits = [
            (place, payout)
            for other in range(day - days, day + days + 1)
            for place, payout in self._by_day.get(other, ())
            if abs(payout.minor - line.minor) <= minor
        ]
        return [payout for _, payout in sorted(hits, key=lambda hit: hit[0])]
