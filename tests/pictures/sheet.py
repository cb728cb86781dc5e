"""Draws the window in all its looks, and a page on which all pictures can be looked through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from fbrecon.app.desk import Desk
from fbrecon.clock import Clock
from ui.language import Language
from ui.screenshots import render_pages


@dataclass(frozen=True)
class Variant:
    """One look of the window; the name is that of its folder."""

    name: str
    dark: bool = False
    scale: float = 1.0
    right_to_left: bool = False
    size: tuple[int, int] = (1240, 820)
    language: Language | None = None


VARIANTS: Final = (
    Variant("light"),
    Variant("dark", dark=True),
    Variant("twice", scale=2.0),
    Variant("narrow", size=(820, 640)),
    Variant("right-to-left", right_to_left=True),
    Variant("french", language=Language.FRENCH),
)

# The README's pictures: which of all, and what they are called there.
README: Final = {
    "light/home-light.png": "home.png",
    "light/reconcile-light.png": "reconcile.png",
    "light/payouts-light.png": "payouts.png",
    "light/dialog-receipt-light.png": "receipt.png",
    "light/wizard-6-light.png": "accounts.png",
    "light/reports-light.png": "reports.png",
    "dark/invoices-dark.png": "invoices-dark.png",
    "dark/activity-dark.png": "activity-dark.png",
}

_PAGE: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>fbrecon in pictures</title>
<style>
body {{ font: 14px sans-serif; margin: 24px; background: #ddd }}
h2 {{ margin: 32px 0 8px }}
div {{ display: flex; flex-wrap: wrap; gap: 16px }}
figure {{ margin: 0; width: 600px }}
img {{ max-width: 600px; border: 1px solid #888; background: white }}
</style>
<h1>{count} pictures</h1>
{body}
</html>
"""


def draw(desk: Desk, folder: Path, variants: Sequence[Variant], clock: Clock) -> Path:
    """Write all pictures, a folder for each variant; returns the page that shows them."""
    found: dict[str, list[tuple[Variant, Path]]] = {}
    for variant in variants:
        paths = render_pages(
            desk,
            folder / variant.name,
            dark=variant.dark,
            scale=variant.scale,
            clock=clock,
            size=variant.size,
            right_to_left=variant.right_to_left,
            language=variant.language,
        )
        look = "-dark" if variant.dark else "-light"
        for path in paths:
            found.setdefault(path.stem.partition(look)[0], []).append((variant, path))
    sections = []
    for name, pictures in found.items():
        figures = "".join(
            f'<figure><a href="{path.relative_to(folder).as_posix()}"><img loading="lazy" '
            f'src="{path.relative_to(folder).as_posix()}" alt="{escape(name)}"></a>'
            f"<figcaption>{escape(variant.name)}</figcaption></figure>"
            for variant, path in pictures
        )
        sections.append(f'<h2 id="{escape(name)}">{escape(name)}</h2><div>{figures}</div>')
    index = folder / "index.html"
    count = sum(len(pictures) for pictures in found.values())
    index.write_text(_PAGE.format(count=count, body="\n".join(sections)), encoding="utf-8")
    return index


def keep_for_readme(folder: Path, target: Path) -> list[Path]:
    """The README's pictures, small: each with its 256 commonest colours. Returns those written."""
    written = []
    for source, name in README.items():
        image = QImage(str(folder / source)).convertToFormat(QImage.Format.Format_RGB32)
        often = Counter(memoryview(image.constBits()).cast("I")).most_common(256)
        small = image.convertToFormat(
            QImage.Format.Format_Indexed8,
            [colour for colour, _ in often],
            Qt.ImageConversionFlag.ThresholdDither,
        )
        small.save(str(target / name))
        written.append(target / name)
    return written
