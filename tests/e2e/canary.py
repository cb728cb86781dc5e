"""Looks for secrets where none may be: files, what was printed, what processes are told."""

from __future__ import annotations

import base64
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fbrecon.secret_store import SecretStore

SHORTEST = 12  # of what is looked for; shorter texts would turn up by chance


@dataclass
class Canary:
    """The secrets of one journey, each with its name for people, and where they were found."""

    secrets: dict[str, str] = field(default_factory=dict)
    found: list[str] = field(default_factory=list)
    looked_at: int = 0

    def know(self, name: str, secret: str) -> None:
        """Look for this one, too."""
        if len(secret) >= SHORTEST and secret not in self.secrets.values():
            also = sum(known.startswith(name) for known in self.secrets)
            self.secrets[f"{name} ({also + 1})" if also else name] = secret

    def know_sandbox(self, told: dict[str, Any]) -> None:
        """The keys and the password that a sandbox announced."""
        self.know("the app's secret", told["freshbooks"]["client_secret"])
        self.know("the platform's secret", told["platform"]["client_secret"])
        self.know("the password", told["freshbooks"]["password"])

    def know_vault(self, vault: SecretStore) -> None:
        """Every token that lies in the vault; the records are JSON around the service's answer."""
        for name in vault.list_names(""):
            for text in _texts(vault.find(name) or b""):
                self.know(f"{name} in the vault", text)

    def look_at(self, where: str, content: bytes) -> None:
        """Note every secret in it, in any of the forms in which it may have been written."""
        self.looked_at += 1
        for name, secret in self.secrets.items():
            if any(form in content for form in _forms(secret)):
                self.found.append(f"{name}: {where}")

    def look_into(self, folder: Path) -> None:
        """Every file below the folder, whatever it is; and that nobody else can read any."""
        for path in sorted(folder.rglob("*")):
            mode = stat.S_IMODE(path.lstat().st_mode)
            if os.name == "posix" and mode & 0o077:
                self.found.append(f"{path.relative_to(folder)} is open to others: {mode:o}")
            if path.is_file():
                self.look_at(str(path.relative_to(folder)), path.read_bytes())

    def look_at_children(self, pid: int) -> int:
        """Arguments and environment of all processes that came of one; how many there are.

        Of the process itself the arguments only: its environment is as it was given.
        """
        self.look_at("its arguments", _of_process(pid, "cmdline"))
        children = list(iter_children(pid))
        for child in children:
            self.look_at(f"arguments of process {child}", _of_process(child, "cmdline"))
            self.look_at(f"environment of process {child}", _of_process(child, "environ"))
        return len(children)

    def check(self) -> None:
        """Fails where anything was found, and where there was nothing to look for."""
        assert self.secrets
        assert self.looked_at
        assert self.found == []


def iter_children(pid: int) -> Iterator[int]:
    """All processes that came of one, theirs too; none where the system does not tell."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        lists = [(thread / "children").read_text(encoding="ascii").split() for thread in threads]
    except OSError:
        return
    for child in {int(one) for found in lists for one in found}:
        yield child
        yield from iter_children(child)


def _of_process(pid: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{what}").read_bytes()
    except OSError:
        return b""


def _texts(content: bytes) -> Iterable[str]:
    """Every text in a record of the vault; bytes in it are in base64, and may be records again."""
    try:
        told = json.loads(content)
    except ValueError:
        return
    waiting = [told]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            waiting += [value for key, value in here.items() if key not in _NO_SECRETS]
        elif isinstance(here, list):
            waiting += here
        elif isinstance(here, str):
            inner = _decoded(here)
            yield from _texts(inner) if inner else (here,)


_NO_SECRETS = frozenset({"scope", "token_type", "redirect_uri", "client_id", "slot"})


def _decoded(text: str) -> bytes:
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        return b""
    return found if found[:1] == b"{" else b""


def _forms(secret: str) -> tuple[bytes, ...]:
    plain = secret.encode()
    return (
        plain,
        secret.encode("utf-16-le"),
        base64.b64encode(plain),
        base64.urlsafe_b64encode(plain),
        plain.hex().encode(),
        quote(secret, safe="").encode(),
        quote(secret, safe="").replace("%20", "+").encode(),
    )
