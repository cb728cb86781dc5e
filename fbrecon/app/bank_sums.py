"""How the sum of bank lines and that of payouts agree: what a difference is, cent by cent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fbrecon.domain.matching.entries import Entry
from fbrecon.domain.money import Money


@dataclass(frozen=True, slots=True)
class Gap:
    """What the bank shows more (less, if negative) than the payouts say.

    `named` are the parts that account for it, with their names; `unexplained` is what nothing does.
    Where there are named parts, nothing is unexplained: half an explanation is none.
    """

    unexplained: Money
    named: tuple[tuple[str, Money], ...] = ()

    @property
    def is_explained(self) -> bool:
        """Whether every cent is accounted for."""
        return not self.unexplained.minor


def find_gap(amounts: Iterable[Money], payouts: Sequence[Entry], currency: str) -> Gap:
    """Compare what lines show with what payouts say; all of them are in this currency."""
    minor = sum(money.minor for money in amounts) - sum(entry.minor for entry in payouts)
    parts = [(part.label, part.minor) for entry in payouts for part in entry.named]
    if not minor:
        return Gap(Money.zero(currency))
    fitting = [part for part in parts if part[1] == minor][:1] if len(payouts) == 1 else []
    if not fitting and sum(part for _, part in parts) == minor:
        fitting = parts
    if not fitting:
        return Gap(Money(minor, currency))
    sums: dict[str, int] = {}
    for label, part in fitting:
        sums[label] = sums.get(label, 0) + part
    return Gap(
        Money.zero(currency), tuple((label, Money(part, currency)) for label, part in sums.items())
    )


def say_gap(gap: Gap) -> str:
    """The difference as a sentence; "" where there is none."""
    if gap.named:
        total = Money(sum(part.minor for _, part in gap.named), gap.unexplained.currency)
        parts = " and ".join(label for label, _ in gap.named)
        return f"The bank shows {_how_much(total)}, exactly the {parts}."
    if gap.unexplained.minor:
        return f"The bank shows {_how_much(gap.unexplained)}, which nothing explains."
    return ""


def _how_much(money: Money) -> str:
    return f"{Money(abs(money.minor), money.currency)} {'more' if money.minor > 0 else 'less'}"
