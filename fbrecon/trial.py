"""The demonstration as a program of its own: a trial that cannot touch the home of this user.

It has a sandbox, a home that is thrown away and a window; all three end with that window.
"""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Final

from fbrecon.errors import FbreconError
from fbrecon.own_process import own_command

log = logging.getLogger(__name__)

_COMMAND: Final = own_command("fbrecon", "demo")


class SandboxTrial:
    """One trial at a time. Safe for all threads."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = tuple(command)
        self._lock = threading.Lock()
        self._is_running = False

    def start(self, tell: Callable[[str], None], ended: Callable[[int], None]) -> bool:
        """Start it; False where one is open already. Raises `FbreconError` where none starts.

        `tell` hears each line of how far it is, `ended` how it ended (0 is well), both from a
        thread of their own. It goes on where this program ends before it.
        """
        with self._lock:
            if self._is_running:
                return False
            self._is_running = True
        try:
            process = subprocess.Popen(  # noqa: S603 - our own module
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            self._is_running = False
            raise FbreconError(
                "The sandbox could not be started",
                f"The program did not start: {error.strerror or type(error).__name__}.",
                "Try “fbrecon demo”.",
            ) from error
        threading.Thread(
            target=self._listen, args=(process, tell, ended), name="trial", daemon=True
        ).start()
        return True

    def _listen(
        self,
        process: subprocess.Popen[str],
        tell: Callable[[str], None],
        ended: Callable[[int], None],
    ) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            if line.strip():
                tell(line.strip())
        process.stderr.close()
        code = process.wait()
        if code:
            log.warning("the trial with the sandbox ended with %s", code)
        self._is_running = False
        ended(code)
