"""The desk's counter for what a person decides: approve, dismiss, answer, settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fbrecon.app import deposits, fees, review
from fbrecon.app.bank_decisions import is_bank_line
from fbrecon.app.bank_thoughts import BankDecision
from fbrecon.app.desk_bank import BankDesk
from fbrecon.app.payment_names import name_payments
from fbrecon.app.placing import INVOICE, name_invoice
from fbrecon.app.second_thoughts import Decision, standing, stands_now
from fbrecon.app.settings import checked
from fbrecon.app.views import AttentionRow
from fbrecon.errors import WrongUsage


class DecisionsDesk(BankDesk):
    """Decisions of the person at this computer; the activity log tells each."""

    def can_record_deposits(self) -> bool:
        """Whether journal entries can be written to these books (talks to FreshBooks)."""
        return self.find_company() is not None and deposits.can_record(self.company)

    # ---- what needs a person

    def list_attention(self) -> list[AttentionRow]:
        """Open items."""
        if self.find_company() is None:
            return []
        items = self.company.stores.decisions.list_attention()
        told = [(item.finding.message, item.finding.subject) for item in items]
        named = name_payments(self.company, told)
        return [
            AttentionRow(
                f"att_{item.number}",
                str(item.finding.kind),
                item.finding.title,
                message.text,
                item.finding.hint,
                item.finding.subject,
                item.since,
                item.finding.link,
                item.finding.actions,
                message.ids,
            )
            for item, message in zip(items, named, strict=True)
        ]

    def approve(self, public_id: str, with_id: str | None = None) -> None:
        """Say yes."""
        if is_bank_line(public_id):
            self._approve_line(public_id, with_id)
            return
        if with_id is not None and with_id.startswith(INVOICE):
            with self.company.deciding():
                public_id = name_invoice(self.company, public_id, with_id)
            if not public_id:
                return
            with_id = None
        with self._remembered(public_id):
            review.approve(self.company, public_id, with_id)

    def dismiss(self, public_id: str, *, always: bool = False) -> None:
        """Say no. `always` is for bank lines; for anything else a no lasts anyway."""
        if is_bank_line(public_id):
            self._dismiss_line(public_id, always=always)
            return
        with self._remembered(public_id):
            review.dismiss(self.company, public_id)

    def answer_word(self, public_id: str, meaning: str) -> None:
        """Tell what a word means."""
        with self.company.deciding():
            review.answer_word(self.company, public_id, meaning)

    def take_back_decision(self) -> str:
        """Take back the last yes, no or match that was said at this desk."""
        with self.company.deciding():
            decision, sentence = self._second_thoughts.take_back(self.company)
        if isinstance(decision, BankDecision):
            self._bank_changed(decision)
        return sentence

    @contextmanager
    def _remembered(self, public_id: str) -> Iterator[None]:
        """A decision of the person, which can be taken back until it has led to something."""
        company = self.company
        before = standing(company, public_id)
        with company.deciding():
            yield
        self._second_thoughts.remember(Decision(public_id, before, stands_now(company, before)))

    # ---- settings

    def setting(self, name: str) -> str:
        """A setting's value."""
        return self.company.setting(name)

    def change_setting(self, name: str, value: str) -> None:
        """Change a setting."""
        if (name, value) == ("record_deposits", "on"):
            deposits.switch_on(self.company)
        if (name, value) == ("record_fees", "on"):
            fees.switch_fees_on(self.company)
        if name == "fee_category" and checked(name, value):
            fees.choose_category(self.company, value)
        if (name, value, self.company.setting("record_deposits")) == ("bank_feed", "yes", "on"):
            raise WrongUsage(
                "Payout entries are switched on",
                "With a bank feed the same money would be booked twice.",
                "Switch record_deposits off first.",
            )
        with self.company.deciding():
            self.company.keep_setting(name, checked(name, value))
        if (name, value) in (("mode", "read"), ("auto_post", "off")):
            self._stop_writing()
