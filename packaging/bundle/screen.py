"""The screen of an Xvfb as a PNG, once something is on it: `screen.py XWD PNG STARTED_NS PID`.

Tells after how many milliseconds a window was there. Ends with 1 where none came within a minute,
or where the process ended before.
"""

import os
import struct
import sys
import time
from pathlib import Path

from PySide6.QtGui import QImage

WITHIN_SECONDS = 60.0
MANY_COLOURS = 50


def read(path: Path) -> QImage:
    """The screen as it stands; the file is in the form of `xwd`, big-endian."""
    data = path.read_bytes()
    head = struct.unpack(">25I", data[:100])
    start, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    pixels = data[start + 12 * colours :]
    return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()


def count_colours(image: QImage) -> int:
    """How many colours there are on a grid of points."""
    places = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in places})


def main(screen: Path, picture: Path, started_ns: int, process: int) -> int:
    """Wait, look, and save."""
    until, former = time.monotonic() + WITHIN_SECONDS, None
    there_ns = 0
    while time.monotonic() < until:
        os.kill(process, 0)  # raises once it has ended
        image = read(screen)
        if count_colours(image) >= MANY_COLOURS:
            there_ns = there_ns or time.time_ns()
            if image == former:
                image.save(str(picture))
                print(f"the window is there after {(there_ns - started_ns) // 1_000_000} ms")
                return 0
            former = image
            time.sleep(2)
        time.sleep(0.05)
    print("no window came", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
