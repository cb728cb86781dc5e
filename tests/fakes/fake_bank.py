"""The part of the fake desk that knows bank lines: decisions are kept, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fbrecon.app.bank_sums import Gap
from fbrecon.app.import_preview import FilePreview
from fbrecon.app.imports import ImportKind, Wishes
from fbrecon.app.views import (
    BankRuleRow,
    CertainLines,
    DepositRow,
    ImportResult,
    PayoutCandidate,
    PayoutLineRow,
    Reconciliation,
    TableQuery,
)
from fbrecon.domain.money import Money
from fbrecon.errors import Refused

from .fake_lists import FakeLists
from .sample_bank import list_bank, make_bank_lines, make_candidate, status_of, usd
from .sample_books import CUSTOMERS, NOW


class FakeBank(FakeLists):
    """What the page of bank lines asks of a desk."""

    bank: dict[str, DepositRow]
    file_previews: dict[ImportKind | None, FilePreview]
    _before: list[dict[str, DepositRow]]

    def preview_file(self, path: Path, kind: ImportKind | None, wishes: Wishes) -> FilePreview:
        """What the test put into `file_previews` for that kind."""
        self._ask("preview_file", path, kind, wishes)
        return self.file_previews[kind]

    def import_file(self, kind: ImportKind, path: Path, wishes: Wishes) -> ImportResult:
        """Two lines come in."""
        self._ask("import_file", kind, path)
        self.bank |= {row.id: row for row in make_bank_lines(2, 0)}
        return ImportResult(kind.value, "", 2, 0, 0, 0, 0, (), wishes.dry_run)

    def reconcile(self) -> Reconciliation:
        """Count them."""
        self._ask("reconcile")
        states = [row.state for row in self.bank.values()]
        counts = Counter(states)
        not_ours = sum(row.is_not_ours for row in self.bank.values())
        return Reconciliation(
            counts["matched"],
            counts["suggested"],
            counts["ambiguous"],
            counts["unmatched"],
            not_ours,
            2,
            (),
        )

    def bank_keys(self, query: TableQuery) -> list[str]:
        """Public ids."""
        self._ask("bank_keys", query)
        return [row.id for row in list_bank(self.bank.values(), query)]

    def bank_rows(self, keys: list[str]) -> list[DepositRow]:
        """In the order of the keys."""
        return [self.bank[key] for key in keys if key in self.bank]

    def bank_candidates(
        self, line_ids: Sequence[str], text: str = "", limit: int = 30
    ) -> list[PayoutCandidate]:
        """The line's own payouts, then its neighbours."""
        self._ask("bank_candidates", tuple(line_ids), text)
        rows = [self.bank[key] for key in line_ids]
        numbers = [int(row.bank_line_id.removeprefix("b")) for row in rows]
        near = [f"out_{n + step}" for step in range(6) for n in numbers[:1]]
        found = [make_candidate(name, rows) for name in dict.fromkeys(near)]
        return [x for x in found if text in f"{x.id} {x.net}"][:limit]

    def find_payouts(self, ids: Sequence[str], line_ids: Sequence[str]) -> list[PayoutCandidate]:
        """Every payout is known."""
        return [make_candidate(name, [self.bank[key] for key in line_ids]) for name in ids]

    def compare_at_bank(self, line_ids: Sequence[str], payout_ids: Sequence[str]) -> Gap | None:
        """The lines less the payouts."""
        seen = sum(self.bank[key].amount.minor for key in line_ids)
        return Gap(usd(seen - sum(make_candidate(name, []).net.minor for name in payout_ids)))

    def payout_parts(self, payout_id: str) -> list[PayoutLineRow]:
        """Three payments and their fee."""
        self._ask("payout_parts", payout_id)
        net = make_candidate(payout_id, []).net
        parts = [usd(30_000), usd(30_000), net + usd(2_910) - usd(60_000)]
        lines = [
            PayoutLineRow("payment", "Payment", f"2025000{n}", CUSTOMERS[n], part, f"pay_{n}")
            for n, part in enumerate(parts)
        ]
        return [*lines, PayoutLineRow("fee", "Processing fees", "", "", usd(-2_910), None)]

    # ---- decisions

    def match_lines(
        self, line_ids: Sequence[str], payout_ids: Sequence[str], difference: Money | None = None
    ) -> None:
        """To the cent, or as the person saw it."""
        self._ask("match_lines", tuple(line_ids), tuple(payout_ids), difference)
        rows = [self.bank[key] for key in line_ids]
        seen = sum(row.amount.minor for row in rows)
        left = usd(seen - sum(make_candidate(name, []).net.minor for name in payout_ids))
        if left.minor != (difference.minor if difference else 0):
            raise Refused("The sums do not agree", f"{left} is left.", "Leave something out.")
        self._decide(
            *(
                replace(
                    row,
                    state="matched",
                    payouts=tuple(payout_ids),
                    lines=tuple(x.bank_line_id for x in rows),
                    by_person=True,
                    unexplained=left,
                    reason="A person confirmed it.",
                )
                for row in rows
            )
        )

    def certain_lines(self) -> CertainLines:
        """Those that the row itself calls so."""
        self._ask("certain_lines")
        rows = [row for row in self.bank.values() if row.is_certain]
        doubtful = sum(row.state == "suggested" for row in self.bank.values()) - len(rows)
        total = usd(sum(row.amount.minor for row in rows))
        return CertainLines(
            tuple(((row.id,), row.payouts) for row in rows), len(rows), (total,), doubtful
        )

    def match_certain(self, certain: CertainLines) -> None:
        """Exactly these."""
        self._ask("match_certain", certain)
        rows = [self.bank[lines[0]] for lines, _ in certain.matches]
        self._decide(*(replace(row, state="matched", by_person=True) for row in rows))

    def leave_out(self, public_id: str, *, always: bool = False) -> None:
        """That line, or all with its text."""
        self._ask("leave_out", public_id, always)
        row = self.bank[public_id]
        text = row.description.rsplit(" ", 1)[0].casefold()
        covered = [
            x for x in self.bank.values() if always and x.description.casefold().startswith(text)
        ]
        bare = [
            replace(x, state="unmatched", payouts=(), unexplained=None) for x in covered or [row]
        ]
        if always:
            self._decide(*(replace(x, not_ours=text) for x in bare))
        else:
            self._decide(*(replace(x, left_out=True) for x in bare))

    def reopen_line(self, public_id: str) -> None:
        """As it was made."""
        self._ask("reopen_line", public_id)
        row = self.bank[public_id]
        state = "suggested" if row.payouts else "unmatched"
        self._decide(replace(row, state=state, by_person=False, left_out=False, not_ours=""))

    def list_bank_rules(self) -> list[BankRuleRow]:
        """One for each text."""
        self._ask("list_bank_rules")
        texts = sorted({row.not_ours for row in self.bank.values() if row.not_ours})
        of = {text: [r for r in self.bank.values() if r.not_ours == text] for text in texts}
        return [
            BankRuleRow(
                f"rule_{text}", text, NOW, len(rows), (usd(sum(r.amount.minor for r in rows)),)
            )
            for text, rows in of.items()
        ]

    def forget_bank_rule(self, public_id: str) -> None:
        """Its lines are open again."""
        self._ask("forget_bank_rule", public_id)
        text = public_id.removeprefix("rule_")
        rows = [row for row in self.bank.values() if row.not_ours == text]
        self._decide(*(replace(row, not_ours="") for row in rows))

    def take_back_decision(self) -> str:
        """The last one about bank lines, if there is one."""
        sentence = super().take_back_decision()
        if self._before:
            self.bank = self._before.pop()
            return "Taken back: the bank line stands as it stood before."
        return sentence

    def _decide(self, *rows: DepositRow) -> None:
        self._before.append(dict(self.bank))
        self.bank |= {row.id: row for row in rows}

    def count_open(self) -> int:
        """How many lines wait for a decision."""
        return sum(status_of(row) == "open" for row in self.bank.values())
