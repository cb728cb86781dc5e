"""Draws the icons of the program from `resources/icons/logo.svg`: `icons.py FOLDER`.

PNGs in the sizes of the hicolor theme, and the two files that Windows and macOS want, which are
PNGs behind a table of contents.
"""

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICNS = {128: b"ic07", 256: b"ic08", 512: b"ic09"}
LOGO = Path(__file__).parents[2] / "resources" / "icons" / "logo.svg"


def draw(size: int) -> bytes:
    """The logo as a PNG of so many pixels a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(LOGO)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """One file with all sizes up to 256, as Windows reads it."""
    fitting = {size: data for size, data in pictures.items() if size <= 256}
    place = 6 + 16 * len(fitting)
    head = struct.pack("<HHH", 0, 1, len(fitting))
    for size, data in fitting.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(fitting.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """One file as macOS reads it."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main(folder: Path) -> None:
    """Write all of them."""
    app = QGuiApplication([])
    pictures = {size: draw(size) for size in SIZES}
    app.quit()
    folder.mkdir(parents=True, exist_ok=True)
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "fbrecon.ico").write_bytes(ico(pictures))
    (folder / "fbrecon.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
