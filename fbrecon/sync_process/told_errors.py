"""Errors of the tree on their way from the syncing process: the same error, with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from fbrecon.errors import FbreconError
from fbrecon.sync_process.messages import Failed


class FaultElsewhere(Exception):  # noqa: N818 - a mistake of ours, with the trace of the other side
    """A mistake of ours in the syncing process."""

    def __init__(self, trace: str) -> None:
        lines = trace.strip().splitlines()
        super().__init__(lines[-1] if lines else "")
        self.add_note(trace)


def pack_error(number: int, error: FbreconError) -> Failed:
    """The error as a message."""
    says = {
        name: value for name, value in vars(error).items() if isinstance(value, str | int | float)
    }
    preview = vars(error).get("preview")
    return Failed(number, type(error).__name__, says, preview)


def unpack_error(told: Failed) -> FbreconError:
    """The error of a message. Its kind's own rules apply: exit code, and what the window shows."""
    kind = next((one for one in _kinds(FbreconError) if one.__name__ == told.kind), FbreconError)
    error = kind.__new__(kind, f"{told.says['title']}: {told.says['message']}")
    vars(error).update(told.says)
    if told.preview is not None:
        vars(error)["preview"] = told.preview
    return error


def _kinds(kind: type[FbreconError]) -> Iterator[type[FbreconError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
