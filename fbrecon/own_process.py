"""How this program starts parts of itself in processes of their own, bundled or not.

From source that is Python with `-m`. A bundle has no Python beside it: there its command line takes
`-m` in the same place, for the modules named here and no others.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PARTS: Final = frozenset({"fbrecon", "fbrecon.sandbox", "fbrecon.sync_process"})
"""The modules that may be started this way."""


def own_command(module: str, *words: str) -> tuple[str, ...]:
    """The command that runs `module` with these words. Raises `ValueError` for any other module."""
    if module not in PARTS:
        raise ValueError(f"{module} is no part that runs by itself")
    if is_bundled():
        return (str(_command_line()), "-m", module, *words)
    # `-P`: what lies in the folder that the program was started from is not imported.
    return (sys.executable, "-P", "-m", module, *words)


def start_command() -> tuple[str, ...]:
    """The command that opens the window, for whoever starts it at login or from a menu."""
    if is_bundled():
        return (sys.executable,)
    return (sys.executable, "-P", "-m", "fbrecon")


def is_bundled() -> bool:
    """Whether this is a bundle that carries its own Python."""
    return bool(getattr(sys, "frozen", False))


def run_bundled(words: Sequence[str]) -> int:
    """The way in of a bundle; `words` are those after the program's name. Returns the exit code."""
    if len(words) > 1 and words[0] == "-m" and words[1] in PARTS:
        sys.argv = [sys.argv[0], *words[2:]]
        runpy.run_module(words[1], run_name="__main__")
        return 0
    from fbrecon.cli import main  # only here: a part of the program brings what it needs itself

    return main(list(words))


def _command_line() -> Path:
    """The bundle's executable with standard streams; on Windows the window's has none."""
    here = Path(sys.executable)
    return here.with_name(f"fbrecon{here.suffix}")
