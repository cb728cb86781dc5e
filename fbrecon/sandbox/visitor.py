"""A person at the sandbox's sign-in pages, played by a program.

For tests and for demonstrations without a window: it fills in the forms that a person would.
"""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin

import requests


class SignInError(Exception):
    """The pages did not lead back to the app; the message is the page's own."""


class _Form(HTMLParser):
    """Reads the one form of a page: where it goes and its hidden fields."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.hidden: dict[str, str] = {}
        self.heading = ""
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "form":
            self.action = found.get("action")
        elif tag == "input" and found.get("type") == "hidden":
            self.hidden[found.get("name") or ""] = found.get("value") or ""
        self._in_heading = tag == "h1"

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.heading += data
            self._in_heading = False


def sign_in(authorize_url: str, email: str, password: str, *, decision: str = "allow") -> str:
    """Signs in, answers the consent, and returns the address to which the app is called back."""
    with requests.Session() as browser:
        page = browser.get(authorize_url, timeout=30)
        for fields in ({"email": email, "password": password}, {"decision": decision}):
            form = _Form()
            form.feed(page.text)
            if form.action is None:
                raise SignInError(form.heading)
            page = browser.post(
                urljoin(page.url, form.action),
                data={**form.hidden, **fields},
                allow_redirects="email" in fields,
                timeout=30,
            )
        if page.is_redirect:
            return page.headers["Location"]
        raise SignInError(f"the consent was answered with status {page.status_code}")
