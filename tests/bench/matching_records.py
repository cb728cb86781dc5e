"""Bank lines and payouts in number, for measuring time: names as texts, a few sums that differ."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from random import Random

from fbrecon.domain.matching.entries import Entry

_FIRST = date(2024, 1, 1)
_STARTS = ("ka", "mo", "ri", "sel", "tan", "vor", "wil", "ben", "dor", "gar", "hal", "jen", "lin")
_MIDDLES = ("", "a", "de", "li", "ma", "no", "ra", "so", "ti", "va")
_ENDS = ("berg", "ford", "ham", "land", "ley", "man", "ner", "sen", "son", "ston", "ton", "well")
_WORDS = ("", "", " payment", " transfer", " invoice")
_PER_DAY = 100


def make_name(random: Random) -> str:
    """A made-up name of one word."""
    return "".join(random.choice(part) for part in (_STARTS, _MIDDLES, _ENDS)).capitalize()


def make_records(count: int, seed: int = 1) -> tuple[list[Entry], list[Entry], dict[str, str]]:
    """So many lines and payouts, a hundred a day, and which line shows which payout.

    Of a hundred lines five show none, and of a hundred payouts five have no line; a quarter of the
    sums differ by up to four per cent.
    """
    random = Random(f"records {seed}")
    names = ["".join(parts) for parts in product(_STARTS, _MIDDLES, _ENDS)]
    lines: list[Entry] = []
    payouts: list[Entry] = []
    truth: dict[str, str] = {}
    for number in range(count):
        name = f"{random.choice(names)} {random.choice(names)}"
        minor = int(random.lognormvariate(10, 1.2)) + 100
        on = _FIRST + timedelta(number // _PER_DAY)
        text = (name + random.choice(_WORDS))[:18]
        payouts.append(Entry(f"p{number}", minor, "USD", on, text))
        late = random.choices(range(6), [40, 35, 10, 8, 5, 2])[0]
        if random.random() < 0.05:
            name = f"{random.choice(names)} {random.choice(names)}"
            minor = int(random.lognormvariate(10, 1.2)) + 100
        else:
            truth[f"l{number}"] = f"p{number}"
            if random.random() < 0.25:
                minor -= int(minor * random.uniform(0, 0.04))
        shown = (name + random.choice(_WORDS))[:18]
        lines.append(Entry(f"l{number}", minor, "USD", on + timedelta(late), shown))
    random.shuffle(lines)
    random.shuffle(payouts)
    return lines, payouts, truth
