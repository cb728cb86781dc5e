"""Where FreshBooks is, and as which registered app we come.

Owns the one rule about plain `http`: it is accepted for this computer only. Libraries' own
switches for insecure transport are neither set nor honoured.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from fbrecon.clock import LOOPBACK_HOSTS
from fbrecon.errors import WrongUsage

REAL_API = "https://api.freshbooks.com"
REAL_AUTH = "https://auth.freshbooks.com"
REAL_WEB = "https://my.freshbooks.com"


def is_safe(parts: SplitResult) -> bool:
    """Whether an address may be talked to: https, or http to this computer, no user part."""
    try:
        port = parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.password is not None or port == 0:
        return False
    if parts.scheme == "https":
        return bool(parts.hostname)
    return parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS


def check_address(url: str, what: str) -> None:
    """Refuse an address that would carry secrets in the open. Raises `WrongUsage`."""
    try:
        safe = is_safe(urlsplit(url))
    except ValueError:
        safe = False
    if not safe:
        raise WrongUsage(
            f"The {what} is not safe to use",
            f"“{url}” is not a complete https:// address, and plain http:// is accepted for "
            "this computer only.",
            "Correct the address.",
        )


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Base addresses of the API and of the sign-in host, without a slash at the end.

    Raises `WrongUsage` for anything but https, or http on loopback.
    """

    api_base: str = REAL_API
    auth_base: str = REAL_AUTH

    def __post_init__(self) -> None:
        check_address(self.api_base, "address of the FreshBooks API")
        check_address(self.auth_base, "address of the FreshBooks sign-in")
        object.__setattr__(self, "api_base", self.api_base.rstrip("/"))
        object.__setattr__(self, "auth_base", self.auth_base.rstrip("/"))

    @property
    def is_real(self) -> bool:
        """Whether the sign-in host is FreshBooks' own."""
        return self.auth_base == REAL_AUTH

    @property
    def web_base(self) -> str:
        """Where a person opens an invoice."""
        return REAL_WEB if self.is_real else self.auth_base


@dataclass(frozen=True, slots=True)
class RegisteredApp:
    """The app that was registered with FreshBooks. Its secret never shows up in a `repr`."""

    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str

    def __post_init__(self) -> None:
        check_address(self.redirect_uri, "redirect address")
        if not self.client_id or not self.client_secret:
            raise WrongUsage(
                "The FreshBooks app is incomplete",
                "Its client id or its client secret is missing.",
                "Copy both from the app's page in FreshBooks' developer settings.",
            )
