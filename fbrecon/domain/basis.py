"""What dear results are reckoned from, so that they can be kept until any of it changes."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias


class Basis(StrEnum):
    """A part of the company file."""

    FUNDS = "funds"  # all that the clearing proof follows from
    BANK = "bank"  # bank lines, and payouts as the bank should show them
    BANK_SAID = "bank_said"  # what a person said of bank lines


Stamp: TypeAlias = tuple[int, ...]
"""How often the parts of a basis were written to; equal stamps mean that none of them changed."""
