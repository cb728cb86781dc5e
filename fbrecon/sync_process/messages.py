"""What the window and its syncing process say to each other, over the process's two pipes.

Each message is its length in four bytes and then MessagePack. Secrets pass only here, where no
other process can read: never in arguments and never in the environment.
"""

from __future__ import annotations

import struct
import threading
from typing import IO, Final

import msgspec

from fbrecon.app.papers import Preview
from fbrecon.domain.matching.findings import Finding
from fbrecon.sync.progress import Progress
from fbrecon.sync.report import SyncReport

_LENGTH: Final = struct.Struct(">I")


class Message(msgspec.Struct, frozen=True, tag=True):
    """Anything that is said."""


# ---- to the process


class Hello(Message, frozen=True):
    """Whose program it is. `lends` means that secrets are asked for here, and kept nowhere else."""

    home: str
    freshbooks_api: str
    freshbooks_auth: str
    platform_api: str
    secrets: str
    passphrase: str
    test_clock: str
    lends: bool


class Run(Message, frozen=True):
    """Sync that company; everything about this run bears `number`."""

    number: int
    slug: str
    only: tuple[str, ...]
    full: bool
    reason: str
    preview: str


class Look(Message, frozen=True):
    """Match all bank lines of that company; the answers bear `number`."""

    number: int
    slug: str


class Cancel(Message, frozen=True):
    """Stop that run at its next safe point."""

    number: int


class Secret(Message, frozen=True):
    """The answer to a `SecretAsk`; `problem` is why there is none."""

    number: int
    value: bytes | None = None
    names: tuple[str, ...] = ()
    problem: str = ""


class End(Message, frozen=True):
    """Stop all runs at a safe point, then end."""


ToProcess = Hello | Run | Look | Cancel | Secret | End


# ---- from the process


class Moved(Message, frozen=True):
    """How far a run has come."""

    number: int
    progress: Progress


class Done(Message, frozen=True):
    """What a run did."""

    number: int
    report: SyncReport


class Seen(Message, frozen=True):
    """Some of the findings: a few, since who reads them stops the window for that long."""

    number: int
    findings: tuple[Finding, ...]


class Looked(Message, frozen=True):
    """The end of a look, and all of it but the findings."""

    number: int
    missing: tuple[str, ...]
    not_ours: dict[str, str]
    stamp: tuple[int, ...] | None


class Stopped(Message, frozen=True):
    """A run was stopped as it was asked to."""

    number: int


class Failed(Message, frozen=True):
    """A run ended with an error of the tree: its class, what it says, and a preview with some."""

    number: int
    kind: str
    says: dict[str, str | int | float]
    preview: Preview | None


class Broke(Message, frozen=True):
    """A run ended with a mistake of ours; the trace is for the log and the error dialog."""

    number: int
    trace: str


class SecretAsk(Message, frozen=True):
    """`what` is find, put, forget, list, lock or unlock."""

    number: int
    what: str
    name: str
    value: bytes = b""


FromProcess = Moved | Done | Seen | Looked | Stopped | Failed | Broke | SecretAsk


class Speaker:
    """Says messages into a pipe. Safe for all threads. Raises `OSError` where nobody listens."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def say(self, message: Message) -> None:
        """Say it whole, at once."""
        body = msgspec.msgpack.encode(message)
        with self._lock:
            if self._pipe.closed:
                raise BrokenPipeError
            self._pipe.write(_LENGTH.pack(len(body)) + body)
            self._pipe.flush()

    def close(self) -> None:
        """Say nothing any more: the other side hears that."""
        with self._lock:
            try:
                self._pipe.close()
            except OSError:
                return  # nobody listens any more: what was to be said is lost


def hear_in_process(pipe: IO[bytes]) -> ToProcess | None:
    """The next message to the process; None where the other side has ended."""
    body = _hear(pipe)
    return None if body is None else _TO_PROCESS.decode(body)


def hear_from_process(pipe: IO[bytes]) -> FromProcess | None:
    """The next message from the process; None where it has ended."""
    body = _hear(pipe)
    return None if body is None else _FROM_PROCESS.decode(body)


_TO_PROCESS: Final[msgspec.msgpack.Decoder[ToProcess]] = msgspec.msgpack.Decoder(ToProcess)
_FROM_PROCESS: Final[msgspec.msgpack.Decoder[FromProcess]] = msgspec.msgpack.Decoder(FromProcess)


def _hear(pipe: IO[bytes]) -> bytes | None:
    try:
        head = pipe.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(head)
        body = pipe.read(length)
    except (OSError, ValueError):  # closed under the reader
        return None
    return body if len(body) == length else None
