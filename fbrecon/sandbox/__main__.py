"""``python -m fbrecon.sandbox``: the sandbox without the rest of the program."""

from __future__ import annotations

import argparse
import sys

from fbrecon.sandbox.options import add_arguments, options_from
from fbrecon.sandbox.server import serve


def main() -> int:
    """Serves until stopped."""
    parser = argparse.ArgumentParser(
        prog="python -m fbrecon.sandbox",
        description="FreshBooks and the payments platform on loopback, for trying and testing.",
    )
    add_arguments(parser)
    parser.add_argument("--until-eof", action="store_true", help="end with the standard input")
    arguments = parser.parse_args()
    leash = sys.stdin if arguments.until_eof else None
    serve(options_from(arguments), sys.stdout, leash)
    return 0


if __name__ == "__main__":
    sys.exit(main())
