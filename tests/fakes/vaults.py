"""What vaults are tested with: a system keyring in memory, and what lies in a home's files."""

from __future__ import annotations

from pathlib import Path

SECRET = b"refresh-token-0123456789"


class FakeKeyring:
    """A system keyring in memory; can forget what it is given, or fail."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.writes = 0
        self.is_deaf = False
        self.failure: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.failure is not None:
            raise self.failure
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.failure is not None:
            raise self.failure
        self.writes += 1
        if not self.is_deaf:
            self.kept[service, username] = password


def bytes_of_files(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())
