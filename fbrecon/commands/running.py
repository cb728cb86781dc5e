"""`gui`, `demo`, `sandbox` and `sync`: what runs for a while."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from fbrecon.app import as_json
from fbrecon.app.preview import PreviewChanged
from fbrecon.commands.all_companies import add_all, sync_all
from fbrecon.commands.call import Call
from fbrecon.commands.papers import preview_in_words
from fbrecon.commands.progress_lines import ProgressLines
from fbrecon.errors import DamagedFile, FbreconError
from fbrecon.sandbox.options import add_arguments, options_from
from fbrecon.start_at_login import login_entry
from fbrecon.sync.progress import CancelToken
from fbrecon.window import open_window
from fbrecon.window_parts import find_window

if TYPE_CHECKING:
    from fbrecon.demo import Rehearsal


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """A command without words of its own."""
    del parser


def add_gui(parser: argparse.ArgumentParser) -> None:
    """The words of `gui`."""
    parser.add_argument(
        "--hidden", action="store_true", help="begin in the tray, where there is one"
    )


def gui(call: Call) -> int:
    """The desktop window."""
    login = login_entry(home=call.environment.named_home)
    if not _has_display() and os.environ.get("QT_QPA_PLATFORM") is None:
        raise FbreconError(
            "There is no display",
            "The window needs a screen, and this session has none.",
            "Use the commands instead; “fbrecon --help” lists them.",
        )
    slug = call.program.choose_slug(call.arguments.company or _first_company(call))
    is_named = call.arguments.company is not None
    try:
        desk = call.program.desk(slug)
    except DamagedFile as error:
        assert slug is not None
        damage = (slug, error.message)
        return open_window(call.program, call.program.desk(None), is_named=True, damage=damage)
    hidden = bool(vars(call.arguments).get("hidden"))
    return open_window(call.program, desk, is_named=is_named, hidden=hidden, login=login)


def _first_company(call: Call) -> str | None:
    """The first that can be opened: damage in one is no reason to show none of the others."""
    shelf = call.program.shelf
    known = shelf.list_slugs()
    sound = (slug for slug in known if shelf.glance(slug).file.can_be_opened)
    return next(sound, known[0] if known else None)


def add_sandbox(parser: argparse.ArgumentParser) -> None:
    """The words of `sandbox`."""
    add_arguments(parser)


def sandbox(call: Call) -> int:
    """Serve until stopped."""
    from fbrecon.sandbox.server import serve  # a web framework: only where it serves

    try:
        serve(options_from(call.arguments), sys.stdout)
    except OSError as error:
        raise FbreconError(
            "The sandbox cannot serve there",
            f"It needs four ports from {call.arguments.port} on: {error.strerror}.",
            "Name another port, or none.",
        ) from error
    return 0


def add_sync(parser: argparse.ArgumentParser) -> None:
    """The words of `sync`."""
    parser.add_argument("--full", action="store_true", help="read everything again")
    add_all(parser)
    parser.add_argument(
        "--preview", metavar="TOKEN", default="", help="write what that preview showed, or nothing"
    )
    parser.add_argument(
        "--only", nargs="+", action="extend", default=[], metavar="NAME", help="these parts only"
    )


def sync(call: Call) -> int:
    """One run now, with progress on stderr."""
    if call.arguments.all:
        cancel = CancelToken()
        with _stopping(cancel):
            return sync_all(call, cancel)
    tell = ProgressLines(call.aside, call.program.clock.monotonic)
    cancel, only = CancelToken(), tuple(call.arguments.only)
    words = call.arguments
    try:
        with _stopping(cancel):
            report = call.desk.sync(cancel, tell, only=only, full=words.full, preview=words.preview)
    except PreviewChanged as changed:
        call.answer(as_json.preview(changed.preview), preview_in_words(changed.preview))
        raise
    call.answer(as_json.sync(report), report.sentence)
    if report.exit_code:
        call.aside(report.sentence)
    return report.exit_code


@contextmanager
def _stopping(cancel: CancelToken) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM stops at the next safe point, a further one at once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        if cancel.is_cancelled:
            raise KeyboardInterrupt
        cancel.cancel()

    former = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def add_demo(parser: argparse.ArgumentParser) -> None:
    """The words of `demo`."""
    parser.add_argument("--headless", action="store_true", help="without a window")
    parser.add_argument("--screenshots", type=Path, metavar="DIR", help="pictures of the window")


def demo(call: Call) -> int:
    """The whole job against the sandbox; then the window, where there is a display."""
    from fbrecon import demo as demonstration  # it brings the sandbox

    headless = call.arguments.headless or not _has_display()
    if headless and not call.arguments.headless:
        call.aside("There is no display, so this runs without a window.")
    allowed = call.environment.allow_unsandboxed_sign_in
    with demonstration.rehearsal(allowed) as stage:
        value = demonstration.play(stage, call.aside)
        folder = call.arguments.screenshots
        if folder is not None:
            for path in _take_pictures(stage, folder):
                call.aside(f"Picture: {path}")
        call.answer(value, demonstration.in_words(value))
        if not headless:
            told = stage.sandbox["freshbooks"]
            call.aside(f"The sandbox's sign-in: {told['email']} / {told['password']}")
            return open_window(stage.program, stage.desk)
    return 0


def _take_pictures(stage: Rehearsal, folder: Path) -> list[Path]:
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    render = find_window("screenshots")
    pictures: list[Path] = []
    for dark in (False, True):
        pictures += render(stage.desk, folder, dark=dark, scale=1.0, clock=stage.program.clock)
    return pictures


def _has_display() -> bool:
    """Whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
