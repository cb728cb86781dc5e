"""Where secrets are kept, as those who need them see it. The vault in `store` answers."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol


class SecretStore(Protocol):
    """Named secrets, encrypted where they outlive the process. Raises `SecretsError`."""

    def find(self, name: str) -> bytes | None:
        """The secret as last committed by any process; None if there is none."""
        ...

    def put(self, name: str, value: bytes) -> None:
        """Keep it; durable on disk before this returns (where the store outlives the process)."""
        ...

    def forget(self, name: str) -> None:
        """Remove it; nothing happens if it is not there."""
        ...

    def list_names(self, prefix: str) -> list[str]:
        """Names that begin with the prefix, sorted."""
        ...

    def locked(self, name: str) -> AbstractContextManager[None]:
        """Hold a lock of that name against all threads and processes of this user."""
        ...
