"""The desk's counter for what a person decides: approve, dismiss, answer, settings."""

from __future__ import annotations

from fbrecon.app import deposits, review
from fbrecon.app.desk_base import DeskBase
from fbrecon.app.settings import checked
from fbrecon.app.views import AttentionRow


class DecisionsDesk(DeskBase):
    """Decisions of the person at this computer; the activity log tells each."""

    def can_record_deposits(self) -> bool:
        """Whether journal entries can be written to these books (talks to FreshBooks)."""
        return self.find_company() is not None and deposits.can_record(self.company)

    # ---- what needs a person

    def list_attention(self) -> list[AttentionRow]:
        """Open items."""
        if self.find_company() is None:
            return []
        return [
            AttentionRow(
                f"att_{item.number}",
                str(item.finding.kind),
                item.finding.title,
                item.finding.message,
                item.finding.hint,
                item.finding.subject,
                item.since,
                item.finding.link,
                item.finding.actions,
            )
            for item in self.company.stores.decisions.list_attention()
        ]

    def approve(self, public_id: str, with_id: str | None = None) -> None:
        """Say yes."""
        with self.company.deciding():
            review.approve(self.company, public_id, with_id)

    def dismiss(self, public_id: str, *, always: bool = False) -> None:
        """Say no. `always` is for bank lines; for anything else a no lasts anyway."""
        del always
        with self.company.deciding():
            review.dismiss(self.company, public_id)

    def answer_word(self, public_id: str, meaning: str) -> None:
        """Tell what a word means."""
        with self.company.deciding():
            review.answer_word(self.company, public_id, meaning)

    # ---- settings

    def setting(self, name: str) -> str:
        """A setting's value."""
        return self.company.setting(name)

    def change_setting(self, name: str, value: str) -> None:
        """Change a setting."""
        if (name, value) == ("record_deposits", "on"):
            deposits.switch_on(self.company)
        with self.company.deciding():
            self.company.keep_setting(name, checked(name, value))
        if (name, value) in (("mode", "read"), ("auto_post", "off")):
            self._stop_writing()
