"""A statement file of whatever kind it is: told by its content, not by its name."""

from __future__ import annotations

from fbrecon.bank.camt import is_camt, read_camt
from fbrecon.bank.ofx import is_ofx, read_ofx
from fbrecon.bank.table import read_lines
from fbrecon.domain.deposits import StatementLine
from fbrecon.table_files.mapping import Mapping
from fbrecon.table_files.sheet import Read, Sheet
from fbrecon.table_files.text import decode


def is_table(data: bytes) -> bool:
    """Whether the file is a table that needs a mapping."""
    return not is_camt(data) and not is_ofx(decode(data))


def read_statement(data: bytes, mapping: Mapping, currency: str) -> Read[StatementLine]:
    """The lines of a statement. Mapping and currency are for tables, which do not tell themselves.

    Raises `BadFile`, `AskAboutFile`.
    """
    if is_camt(data):
        return read_camt(data)
    if is_ofx(decode(data)):
        return read_ofx(data)
    return read_lines(Sheet.open(data, mapping, currency), currency)
