"""What a sign-in window may do with each address, decided without a browser.

The window reports every address before it is opened; `SignInAttempt.judge` answers. The callback
address itself is never opened: its query is taken and the navigation ends there.
"""

from __future__ import annotations

from typing import Protocol

from fbrecon.domain.sign_in import Judgement as Judgement
from fbrecon.domain.sign_in import Verdict as Verdict


class SignInAttempt(Protocol):
    """One attempt: good for ten minutes and one callback."""

    authorize_url: str
    shown_host: str

    def judge(self, url: str, *, main_frame: bool = True) -> Judgement:
        """Whether the address may be opened, ends the sign-in, or is refused and why."""
        ...
