"""What the wheels bring that is no Python: SQLite, Qt, Chromium, OpenSSL, with their versions."""

from __future__ import annotations

from dataclasses import dataclass

import apsw
from cryptography.hazmat.backends.openssl.backend import backend


@dataclass(frozen=True, slots=True)
class Native:
    """A library inside a wheel. `patched_to` is how far its security fixes reach."""

    name: str
    version: str
    licence: str
    inside: str
    patched_to: str = ""


def find_natives() -> list[Native]:
    """The libraries of the wheels that are installed here. Imports Qt."""
    from PySide6.QtCore import qVersion
    from PySide6.QtWebEngineCore import (
        qWebEngineChromiumSecurityPatchVersion,
        qWebEngineChromiumVersion,
    )

    openssl = backend.openssl_version_text().split()[1]
    return [
        Native("sqlite", apsw.sqlite_lib_version(), "blessing", "apsw"),
        Native("openssl", openssl, "Apache-2.0", "cryptography"),
        Native("qt", str(qVersion()), "LGPL-3.0-only", "pyside6-essentials"),
        Native(
            "chromium",
            str(qWebEngineChromiumVersion()),
            "BSD-3-Clause AND LGPL-2.1-or-later",
            "pyside6-addons",
            str(qWebEngineChromiumSecurityPatchVersion()),
        ),
    ]
