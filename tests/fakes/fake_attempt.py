"""A sign-in attempt that judges addresses by how they begin."""

from __future__ import annotations

from fbrecon.app.sign_in import Judgement, Verdict


class FakeAttempt:
    """Opens pages of one origin, finishes at one address, refuses the rest."""

    def __init__(self, authorize_url: str, callback: str, origin: str) -> None:
        self.authorize_url = authorize_url
        self.shown_host = "auth.freshbooks.com"
        self.callback = callback
        self.origin = origin
        self.judged: list[tuple[str, bool]] = []

    def judge(self, url: str, *, main_frame: bool = True) -> Judgement:
        """By prefix; good enough for a fake."""
        self.judged.append((url, main_frame))
        if url.startswith(self.callback):
            return Judgement(Verdict.FINISH)
        if url.startswith(self.origin) or not main_frame:
            return Judgement(Verdict.OPEN)
        return Judgement(Verdict.REFUSE, "Only FreshBooks' own pages are opened here.")
