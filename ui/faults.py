"""Errors in words, and the details that a person may copy into a report."""

from __future__ import annotations

import platform

from fbrecon import __version__
from fbrecon.errors import FbreconError
from fbrecon.log import blot
from fbrecon.wording import said

from .language import tr


def words_of(error: object) -> tuple[str, str, str]:
    """Title, message and hint to show for an error."""
    if isinstance(error, FbreconError):
        return said(error.title), said(error.message), said(error.hint)

    return (
        tr("Something in the program went wrong"),
        tr("This is a fault in fbrecon, not in your books. Nothing was sent because of it."),
        tr("Try again. If it happens again, copy the details and report it."),
    )


def details_of(error: object) -> str:
    """What to copy into a report: no names, no sums, no secrets, only what and where."""
    lines = [f"fbrecon {__version__}", f"{platform.system()} {platform.machine()}"]
    if isinstance(error, FbreconError):
        lines += [type(error).__name__, error.sentence]
        return blot("\n".join(lines))
    lines.append(type(error).__name__)
    trace = getattr(error, "__traceback__", None)
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_qualname} line {trace.tb_lineno}")
        trace = trace.tb_next
    return "\n".join(lines)
