"""Taking back a decision on bank lines: exactly what was said before is said again.

The activity log keeps the decision and its taking back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from fbrecon.app.bank_decisions import subject_of_line
from fbrecon.app.company import Company
from fbrecon.domain.activity import Deed, DeedKind
from fbrecon.domain.bank_said import Pair, Said
from fbrecon.domain.ids import DepositId
from fbrecon.errors import Refused

_WHY = "A person took the decision back."
Pairs = Mapping[Pair, Said]
Texts = Mapping[str, datetime | None]


@dataclass(frozen=True, slots=True)
class BankDecision:
    """One decision, of however many bank lines: what was said of them before it, and after."""

    lines: tuple[str, ...]
    before: tuple[Pairs, Texts]
    after: tuple[Pairs, Texts]

    def take_back(self, company: Company) -> str:
        """Put it back. Raises `Refused` where something else was decided about it since."""
        stores = company.stores
        pairs, texts = self.before
        with stores.write():
            if _look(company, self.lines, texts) != self.after:
                raise Refused(
                    "It is too late to take that back",
                    "Something else was decided about the same bank lines since.",
                    "Look at the lines under Reconcile, and decide anew.",
                )
            stores.bank.put_back(self.lines, pairs)
            for text, since in texts.items():
                if since is None:
                    stores.bank.forget_not_ours(text)
                else:
                    stores.bank.keep_not_ours(text, since)
            told = self._list_told(company)
            for subject, item in told:
                stores.activity.append(Deed(DeedKind.MATCH, subject, _WHY, item, "decided", "open"))
        if len(told) > 1:
            return f"Taken back: {len(told):,} bank lines stand as they stood before."
        return f"Taken back: {told[0][0]} stands as it stood before."

    def _list_told(self, company: Company) -> list[tuple[str, str]]:
        lines = company.stores.files.find_deposits([DepositId(line_id) for line_id in self.lines])
        told = [(subject_of_line(line), f"line_{line.id}") for line in lines]
        told += [(f"the rule for “{text}”", "") for text in self.before[1]]
        return told or [("a bank line", "")]


def deciding(company: Company, act: Callable[[], object]) -> BankDecision:
    """Do what decides about bank lines, so that it can be taken back."""
    with company.stores.bank.watched() as before:
        act()
        lines = tuple(before.lines)
        texts = dict(before.texts)
        return BankDecision(lines, (before.pairs, texts), _look(company, lines, texts))


def _look(company: Company, lines: Sequence[str], texts: Texts) -> tuple[Pairs, Texts]:
    bank = company.stores.bank
    known = bank.not_ours() if texts else {}
    return bank.said_of(lines), {text: known.get(text) for text in texts}
