"""Made-up businesses whose money is known to the cent: invoices, payments, payouts, bank lines.

Prices come from a list and repeat. Payments are settled after their days, returns come weeks late
and take the money back with a fee. Payouts leave each working day for all that was settled, or one
for each payment. The bank shows them a little later, in one of several styles of text, between
lines that are something else: also such that have a payout's sum by chance.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from fbrecon.domain.matching.entries import Entry, NamedPart

PRICES = (4900, 9900, 12500, 14900, 19900, 25000, 29900, 45000, 59900, 99500, 150000, 240000)
RETURN_FEE = 1500
_BEGIN = date(2026, 1, 5)
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_OTHERS = (
    "CHECK DEPOSIT {}",
    "WIRE IN {} CONSULTING",
    "MOBILE DEPOSIT",
    "SQUARE INC {} SQ",
    "INTEREST PAID",
    "ONLINE TRANSFER FROM SAV {}",
)


@dataclass(frozen=True)
class Style:
    """How a bank tells of payouts, and how the platform makes them."""

    name: str
    text: str
    length: int = 80
    each: bool = False
    gross: bool = False
    quoted: bool = True


# Equal sums day after day, and nothing but the day to tell them apart.
HARD = "each, no reference"
STYLES = (
    Style("quoted", "ALTERNATIVE PAYMENTS DES:PAYOUT ID:{} CO"),
    Style("truncated memo", "ALTERNATIVE PAYMENTS {}", length=26),
    Style("no reference", "ALTPAY TRANSFER CCD"),
    Style("fees apart", "ALTERNATIVE PAYMENTS DES:PAYOUT ID:{} CO", gross=True),
    Style("each payment", "ALTERNATIVE PAYMENTS DES:PAYOUT ID:{} CO", each=True),
    Style(HARD, "ALTPAY TRANSFER CCD", each=True),
)


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment's or a return's part in a payout: the net sum on the day it was settled."""

    net: int
    fee: int
    on: date


@dataclass
class Business:
    """What is known of one business. Truth names the payouts that a line shows, none for others."""

    style: Style
    lines: list[Entry] = field(default_factory=list)
    payouts: list[Entry] = field(default_factory=list)
    truth: dict[str, frozenset[str]] = field(default_factory=dict)
    slices: dict[str, set[str]] = field(default_factory=dict)
    parts: dict[str, list[Paid]] = field(default_factory=dict)

    def show_days(self, days: int) -> Business:
        """The same, but the statement covers so many days only, from a third of the time on."""
        ordered = sorted(line.on for line in self.lines)
        first = ordered[len(ordered) // 3]
        last = first + timedelta(days - 1)
        lines = [line for line in self.lines if first <= line.on <= last]
        return replace(self, lines=lines)

    def list_settled(self) -> tuple[list[Entry], dict[str, frozenset[str]]]:
        """Payments and returns that name no payout, shuffled, and the parts of each payout."""
        settled: list[Entry] = []
        parts: dict[str, frozenset[str]] = {}
        for payout_id, paid in self.parts.items():
            own = [
                Entry(f"{payout_id}/{place}", x.net - (RETURN_FEE if x.net < 0 else 0), "USD", x.on)
                for place, x in enumerate(paid)
            ]
            settled += own
            parts[payout_id] = frozenset(x.id for x in own)
        Random(len(settled)).shuffle(settled)
        return settled, parts


def make_business(seed: int, days: int = 240) -> Business:
    """A business by its seed; the seed decides the style too."""
    random = Random(f"business {seed}")
    maker = _Maker(STYLES[seed % len(STYLES)], days, random)
    maker.pay_out()
    maker.show()
    maker.add_others()
    return maker.finish()


class _Maker:
    def __init__(self, style: Style, days: int, random: Random) -> None:
        self.business = Business(style)
        self.days = days
        self.random = random
        self.ids = 0

    def next_id(self, prefix: str) -> str:
        """Says nothing about order."""
        self.ids += 1
        return f"{prefix}{self.random.getrandbits(60):015x}-{self.ids}"

    def settle(self) -> dict[date, list[Paid]]:
        """What is settled on which day: monthly subscriptions, single invoices, late returns."""
        settled: dict[date, list[Paid]] = {}
        customers = [(self.random.choice(PRICES), self.random.randrange(28)) for _ in range(45)]
        due: list[tuple[int, int]] = []
        for price, day in customers:
            due += [(month * 30 + day, price) for month in range(self.days // 30)]
        for _ in range(self.days):
            price = self.random.choice([self.random.randrange(2000, 400000), *PRICES[:6]])
            due.append((self.random.randrange(self.days), price))
        for day, price in due:
            by_card = self.random.random() < 0.55
            fee = (price * 29 + 500) // 1000 + 30 if by_card else min(500, (price * 8) // 1000)
            on = _workday(_BEGIN + timedelta(day + self.random.choice([0, 0, 1, 3, 9])), 2)
            settled.setdefault(on, []).append(Paid(price - fee, fee, on))
            if not by_card and self.random.random() < 0.02:
                back = _workday(on + timedelta(self.random.randrange(5, 60)), 0)
                settled.setdefault(back, []).append(Paid(-price, RETURN_FEE, back))
        return settled

    def pay_out(self) -> None:
        """Payouts for what was settled; a return's fee is kept back too."""
        self.sent: list[tuple[Entry, list[Paid]]] = []
        for on, parts in sorted(self.settle().items()):
            for batch in [[x] for x in parts] if self.business.style.each else [parts]:
                net = sum(x.net - (RETURN_FEE if x.net < 0 else 0) for x in batch)
                fees = sum(x.fee for x in batch if x.net > 0)
                if not net:
                    continue
                reference = "PO" + "".join(self.random.choices(_SIGNS, k=9))
                payout = Entry(
                    self.next_id("po_"),
                    net,
                    "USD",
                    _workday(on, 1),
                    "Alternative Payments",
                    (reference,),
                    (NamedPart("fees", fees),) if fees else (),
                )
                self.sent.append((payout, batch))
                self.business.payouts.append(payout)
                self.business.parts[payout.id] = batch

    def show(self) -> None:
        """The bank's lines for the payouts; a few differ, merge, split, or never come."""
        by_day: dict[date, list[Entry]] = {}
        for payout, _ in self.sent:
            by_day.setdefault(payout.on, []).append(payout)
        for payouts in by_day.values():
            merged = len(payouts) == 2 and self.random.random() < 0.1
            if merged:
                total = sum(x.minor for x in payouts)
                self.line(payouts, total, "merged")
                continue
            for payout in payouts:
                self.show_one(payout)

    def show_one(self, payout: Entry) -> None:
        fate = self.random.random()
        if fate < 0.006:
            return  # failed after it was called paid
        if fate < 0.016 and payout.minor > 10000:
            kept = self.random.choice([1500, 2500, payout.minor // 400, 1])
            self.line([payout], payout.minor - kept, "fees hidden")
        elif fate < 0.022 and payout.minor > 10000:
            first = self.random.randrange(1, payout.minor // 100) * 100
            late = self.lateness()
            self.line([payout], first, "split", late)
            self.line([payout], payout.minor - first, "split", late)
        elif self.business.style.gross and payout.named:
            self.line([payout], payout.minor + payout.named[0].minor, "plain")
        else:
            self.line([payout], payout.minor, "plain")

    def lateness(self) -> int:
        return self.random.choices([0, 1, 2, 3], [75, 19, 5, 1])[0]

    def line(self, payouts: list[Entry], minor: int, kind: str, late: int | None = None) -> None:
        on = _workday(payouts[0].on, self.lateness() if late is None else late)
        reference = " ".join(x.references[0] for x in payouts)
        self.add(on, minor, self.business.style.text.format(reference), payouts, kind)

    def add(self, on: date, minor: int, text: str, payouts: list[Entry], kind: str) -> None:
        line = Entry(self.next_id("bl_"), minor, "USD", on, text[: self.business.style.length])
        self.business.lines.append(line)
        self.business.truth[line.id] = frozenset(x.id for x in payouts)
        self.business.slices[line.id] = {kind}
        if payouts and on.month != payouts[0].on.month:
            self.business.slices[line.id].add("month end")

    def add_others(self) -> None:
        """Lines that show no payout: money of other kinds, spending, and sums by chance."""
        for _ in range(len(self.business.lines)):
            on = _BEGIN + timedelta(self.random.randrange(self.days + 20))
            text = self.random.choice(_OTHERS).format(self.random.randrange(1000, 9999))
            minor = self.random.choice([self.random.randrange(500, 500000), *PRICES[:4]])
            self.add(on, minor * self.random.choice([1, 1, -1]), text, [], "other")
        for payout, _ in self.sent:
            if self.random.random() < 0.02:
                text = self.random.choice(_OTHERS).format(self.random.randrange(1000, 9999))
                self.add(_workday(payout.on, self.lateness()), payout.minor, text, [], "other")

    def finish(self) -> Business:
        business = self.business
        twins = Counter((x.minor, x.on) for x in business.lines if business.truth[x.id])
        sums = Counter(x.minor for x in business.payouts)
        for line in business.lines:
            if not business.truth[line.id]:
                continue
            if twins[line.minor, line.on] > 1:
                business.slices[line.id].add("twins on one day")
            if sums[line.minor] > 1:
                business.slices[line.id].add("equal amounts")
        self.random.shuffle(business.lines)
        self.random.shuffle(business.payouts)
        return business


def _workday(day: date, after: int) -> date:
    """The day itself or the next working day, and so many working days later."""
    while day.weekday() > 4:
        day += timedelta(1)
    for _ in range(after):
        day += timedelta(1)
        while day.weekday() > 4:
            day += timedelta(1)
    return day
