"""Every table that peewee sees, wherever it is written down."""

from __future__ import annotations

from typing import Final

from fbrecon.store import file_tables as file_tables
from fbrecon.store import ledger_tables as ledger_tables
from fbrecon.store import period_tables as period_tables
from fbrecon.store import run_tables as run_tables
from fbrecon.store import view_tables as view_tables
from fbrecon.store.tables import Table

ALL: Final[tuple[type[Table], ...]] = tuple(Table.__subclasses__())
