"""The public bank-transfer set: lines, payouts, and which shows which, read from CSV files.

One payment and one receipt make a pair; sums differ by hidden fees and exchange, memos are cut.
A part, chosen by a hash of what a line says, is there to learn from and is then taken away.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.money import parse_minor

LEARNED_FROM = 88  # of a thousand lines


@dataclass(frozen=True)
class PublicSet:
    """Lines and payouts with the truth, line id → payout id."""

    lines: list[Entry]
    payouts: list[Entry]
    truth: dict[str, str]

    def split(self) -> tuple[PublicSet, PublicSet]:
        """What to learn from, and what to measure on; no record stands in both."""
        learn = {line.id for line in self.lines if _hash(line) < LEARNED_FROM}
        return self._part(learn), self._part({x.id for x in self.lines} - learn)

    def without(self, thousandth_of_payouts: int, thousandth_of_lines: int) -> PublicSet:
        """Some payouts and some lines taken away, so that their partners have none."""
        return PublicSet(
            [x for x in self.lines if _hash(x, "line") >= thousandth_of_lines],
            [x for x in self.payouts if _hash(x, "payout") >= thousandth_of_payouts],
            self.truth,
        )

    def denser(self, times: int) -> PublicSet:
        """The same in so many times less time: later pairs are moved back, lines with payouts."""
        first = min((x.on for x in self.payouts), default=date.min)
        last = max((x.on for x in self.payouts), default=date.min)
        width = (last - first).days // times + 1
        back = {x.id: timedelta((x.on - first).days // width * width) for x in self.payouts}
        return PublicSet(
            [replace(x, on=x.on - back[self.truth[x.id]]) for x in self.lines],
            [replace(x, on=x.on - back[x.id]) for x in self.payouts],
            self.truth,
        )

    def _part(self, line_ids: set[str]) -> PublicSet:
        truth = {line: payout for line, payout in self.truth.items() if line in line_ids}
        payouts = set(truth.values())
        return PublicSet(
            [x for x in self.lines if x.id in line_ids],
            [x for x in self.payouts if x.id in payouts],
            truth,
        )


def read_public_set(folder: Path) -> PublicSet:
    """Reads `bank.csv`, `payouts.csv` and `truth.json`; raises `OSError` where one is missing."""
    with (folder / "bank.csv").open(encoding="utf-8", newline="") as file:
        lines = [
            _entry(row["line_id"], row["amount"], row["currency"], row["date"], row["description"])
            for row in csv.DictReader(file)
        ]
    with (folder / "payouts.csv").open(encoding="utf-8", newline="") as file:
        payouts = [
            _entry(
                row["payout_id"],
                row["net"],
                row["currency"],
                row["arrival_date"],
                row["bank_reference"],
            )
            for row in csv.DictReader(file)
        ]
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return PublicSet(lines, payouts, truth)


def list_slices(public: PublicSet) -> dict[str, set[str]]:
    """The slices that each line belongs to."""
    payouts = {x.id: x for x in public.payouts}
    sums: dict[int, int] = {}
    days: dict[tuple[int, date], int] = {}
    for x in public.payouts:
        sums[x.minor] = sums.get(x.minor, 0) + 1
    for x in public.lines:
        days[x.minor, x.on] = days.get((x.minor, x.on), 0) + 1
    lengths = Counter(len(x.text) for x in public.lines)
    full = max(lengths, key=lambda length: (lengths[length], length), default=0)
    slices: dict[str, set[str]] = {}
    for line in public.lines:
        found = slices[line.id] = set()
        payout = payouts[public.truth[line.id]]
        if sums.get(line.minor, 0) > 1 or sums[payout.minor] > 1:
            found.add("equal amounts")
        if payout.minor != line.minor:
            found.add("fees hidden")
        if days[line.minor, line.on] > 1:
            found.add("twins on one day")
        if full in (len(line.text), len(payout.text)):
            found.add("truncated memo")
        if payout.on.month != line.on.month:
            found.add("month end")
    return slices


def _entry(id_: str, amount: str, currency: str, on: str, text: str) -> Entry:
    return Entry(id_, parse_minor(amount, currency), currency, date.fromisoformat(on), text)


def _hash(entry: Entry, salt: str = "") -> int:
    said = f"{salt}{entry.text}|{entry.minor}|{entry.on}"
    return int(hashlib.sha256(said.encode()).hexdigest(), 16) % 1000
