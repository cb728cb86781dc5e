"""Colours stand in one file, are readable, and icons follow them."""

from __future__ import annotations

import re
import subprocess
from dataclasses import asdict
from pathlib import Path

import PySide6
import pytest
from PySide6.QtWidgets import QApplication

from ui import theme as themes
from ui.theme import DARK, LIGHT, Colours, Look, Theme

ROOT = Path(__file__).parents[2]
_TEXT_ON_GROUND = (
    ("text", "window"), ("text", "surface"), ("text", "sunken"), ("text", "hover"),
    ("text", "accent_soft"), ("text", "warning_soft"), ("text", "danger_soft"),
    ("text", "success_soft"), ("muted", "window"), ("muted", "surface"), ("muted", "sunken"),
    ("accent", "surface"), ("accent", "window"), ("accent", "accent_soft"),
    ("accent_text", "accent"), ("accent_text", "accent_hover"), ("success", "success_soft"),
    ("warning", "warning_soft"), ("danger", "danger_soft"), ("danger", "surface"),
    ("danger", "window"),
    ("success", "surface"), ("warning", "surface"), ("neutral", "surface"),
    ("neutral", "neutral_soft"), ("muted", "accent_soft"),
)  # fmt: skip


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _TEXT_ON_GROUND)
def test_every_text_reaches_the_contrast_that_wcag_aa_asks(
    colours: Colours, text: str, ground: str
) -> None:
    values = asdict(colours)
    assert contrast(values[text], values[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_controls_stand_out_from_what_they_lie_on(colours: Colours) -> None:
    for ground in (colours.window, colours.surface):
        assert contrast(colours.control_border, ground) >= 3


def test_no_other_file_names_a_colour() -> None:
    hexes = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|rgba?\(")
    for path in (ROOT / "ui").rglob("*.py"):
        if path.name not in ("theme.py", "_resources_rc.py", "_translations_rc.py"):
            assert not hexes.search(path.read_text(encoding="utf-8")), path


def test_both_style_sheets_are_filled_in_completely() -> None:
    for colours in (LIGHT, DARK):
        assert "$" not in themes.make_style_sheet(colours)


def test_changing_the_look_restyles_at_once(theme: Theme, qapp: QApplication) -> None:
    seen: list[bool] = []
    theme.changed.connect(lambda: seen.append(theme.is_dark))
    theme.set_look(Look.DARK)
    assert qapp.palette().window().color().name() == DARK.window
    theme.set_look(Look.LIGHT)
    assert qapp.palette().window().color().name() == LIGHT.window
    assert seen == [True, False]


def test_every_icon_loads_and_takes_the_colour_of_the_theme(theme: Theme) -> None:
    names = [path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")]
    assert len(names) > 20
    for name in names:
        image = theme.icons.pixmap(name, "accent", 20, ratio=2.0).toImage()
        assert image.width() == 40
        assert any(image.pixelColor(x, y).alpha() > 128 for x in range(40) for y in range(40)), name
    accent = theme.colour("accent")
    image = theme.icons.pixmap("home", "accent", 20, ratio=2.0).toImage()
    solid = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
    assert any(pixel.rgb() == accent.rgb() for pixel in solid if pixel.alpha() == 255)


def test_an_unknown_icon_is_a_fault(theme: Theme) -> None:
    with pytest.raises(LookupError):
        theme.icons.icon("no-such-icon")


def test_the_compiled_resources_are_those_of_the_sources(tmp_path: Path) -> None:
    made = tmp_path / "made.py"
    folder = Path(PySide6.__file__).parent
    places = (folder / "Qt" / "libexec" / "rcc", folder / "rcc.exe")
    rcc = next(path for path in places if path.exists())
    arguments = [str(rcc), "-g", "python", "--format-version", "1", "-o", str(made)]
    subprocess.run([*arguments, str(ROOT / "resources" / "app.qrc")], check=True)
    kept = (ROOT / "ui" / "_resources_rc.py").read_text(encoding="utf-8")
    assert _bytes_of(made.read_text(encoding="utf-8")) == _bytes_of(kept)


def _bytes_of(source: str) -> str:
    return source[source.index("qt_resource_data") :]
