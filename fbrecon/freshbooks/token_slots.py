"""Where one sign-in lies in the vault: two slots for pairs, and a head that names the one in use.

The order of writes is the point. An answer of the token endpoint is written as it came into the
slot that is not in use, and only then read; last, the head points to it. The older pair stays
until the next renewal. Everything here is done under the vault's lock of that name, except reading
the head; nothing is ever deleted because the service refused it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from msgspec import Struct

from fbrecon.freshbooks.tokens import TokenRecord, Tokens
from fbrecon.secret_store import SecretStore

CrashPoint = Callable[[str], None]

UNREADABLE = "FreshBooks' answer with the renewed sign-in could not be read."


def no_crash(name: str) -> None:
    """Where tests end the program; in real life nothing happens."""
    del name


class Head(Struct, frozen=True):
    """Which slot holds the pair in use. No secret in it. Times are Unix seconds.

    `begun`: a renewal was sent and its end is not known. `lost`: one ended without an answer.
    """

    generation: int
    slot: str
    reconnect: str = ""
    begun: bool = False
    lost: bool = False
    renewed: tuple[int, ...] = ()

    @property
    def free_slot(self) -> str:
        """The slot that the pair in use does not lie in."""
        return "b" if self.slot == "a" else "a"


class TokenSlots:
    """One sign-in's places in the vault. Raises `SecretsError` where the vault does."""

    def __init__(self, store: SecretStore, name: str, crash: CrashPoint = no_crash) -> None:
        self.name = name
        self._store = store
        self._crash = crash

    def find_head(self) -> Head | None:
        """The head as last written by any process; None if there is no sign-in."""
        value = self._store.find(self.name)
        if value is None:
            return None
        try:
            return msgspec.json.decode(value, type=Head)
        except msgspec.DecodeError:
            return None

    def put_head(self, head: Head) -> Head:
        """Write the head; returns it."""
        self._store.put(self.name, msgspec.json.encode(head))
        return head

    def find_tokens(self, head: Head) -> Tokens | None:
        """The pair that the head points to; None if it cannot be read."""
        record = self._find_record(head.slot)
        return record.find_tokens() if record else None

    def commit(self, head: Head | None, record: TokenRecord, renewed: tuple[int, ...]) -> Head:
        """Write the answer into the free slot, then point to it if it holds a pair."""
        slot = head.free_slot if head is not None else "a"
        self._store.put(f"{self.name}.{slot}", record.encoded())
        self._crash("answer kept")
        if record.find_tokens() is None:
            before = head or Head(generation=0, slot="b")
            marked = msgspec.structs.replace(before, begun=False, reconnect=UNREADABLE)
        else:
            marked = Head(generation=record.generation, slot=slot, renewed=renewed)
        self.put_head(marked)
        self._crash("head moved")
        return marked

    def finish_half_done(self, head: Head) -> Head:
        """Take a pair into use that was written but not yet pointed to."""
        record = self._find_record(head.free_slot)
        if record is None or record.generation != head.generation + 1 or head.reconnect:
            return head
        return self.commit(head, record, head.renewed)

    def forget(self) -> None:
        """Remove the head and both slots."""
        for part in ("", ".a", ".b"):
            self._store.forget(self.name + part)

    def _find_record(self, slot: str) -> TokenRecord | None:
        value = self._store.find(f"{self.name}.{slot}")
        return None if value is None else TokenRecord.decoded(value)
