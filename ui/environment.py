"""What the process's environment may say to Qt and Chromium. No Qt is imported here.

Several variables open the sign-in view to others: a remote debugger, a key log, a switched-off
sandbox. They are removed before Qt starts, whoever set them.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import Final
from urllib.parse import urlsplit

from fbrecon.clock import LOOPBACK_HOSTS
from fbrecon.errors import SignInFailed

_SANDBOX: Final = "QTWEBENGINE_DISABLE_SANDBOX"
_PREFIXES: Final = ("QTWEBENGINE_",)
_NAMES: Final = (
    "SSLKEYLOGFILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "OAUTHLIB_INSECURE_TRANSPORT",
    "OAUTHLIB_RELAX_TOKEN_SCOPE",
    "PYTHON_KEYRING_BACKEND",
)


def remove_dangerous_variables(environment: MutableMapping[str, str] = os.environ) -> list[str]:
    """Remove them and return their names. Call before Qt is imported for the first time."""
    found = [name for name in environment if name in _NAMES or name.startswith(_PREFIXES)]
    for name in found:
        del environment[name]
    return sorted(found)


class SignInSandbox:
    """Decides whether the sign-in view may start, with or without Chromium's own sandbox.

    Chromium reads the variable once, when its first view starts, so a process that ran without
    the sandbox for a rehearsal on this computer never opens another host afterwards.
    """

    def __init__(
        self,
        *,
        allow_unsandboxed: bool,
        is_root: bool | None = None,
        environment: MutableMapping[str, str] = os.environ,
    ) -> None:
        self._allow = allow_unsandboxed
        self._is_root = is_running_as_root() if is_root is None else is_root
        self._environment = environment

    def prepare(self, authorize_url: str) -> None:
        """Set up the environment for this address, just before WebEngine is imported.

        Raises `SignInFailed` where the view would have to run without a sandbox and must not.
        """
        loopback = urlsplit(authorize_url).hostname in LOOPBACK_HOSTS
        if self._allow and loopback:
            self._environment[_SANDBOX] = "1"
            return
        if self._is_root:
            raise SignInFailed(
                "Signing in is not possible as root",
                "The sign-in window would run without its protection against harmful web pages"
                " when the program runs as the system's administrator.",
                "Start fbrecon as an ordinary user, or use your own browser to sign in.",
            )
        if self._environment.get(_SANDBOX):
            raise SignInFailed(
                "Start fbrecon again before you sign in",
                "This window was used for a rehearsal without the browser's protection.",
                "Close fbrecon, start it again and sign in then, or use your own browser.",
            )


def is_running_as_root() -> bool:
    """Whether this is the system's administrator (never on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
