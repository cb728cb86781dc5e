"""All that reads files, behind one port. Knows the adaptors, as `bootstrap` does."""

from __future__ import annotations

from fbrecon.bank.camt import is_camt
from fbrecon.bank.ofx import is_ofx
from fbrecon.bank.statements import is_table, read_statement
from fbrecon.bank.table import PLAIN
from fbrecon.domain.deposits import StatementLine
from fbrecon.domain.imports import ImportedPayment, ImportedPayout, Read
from fbrecon.platforms.files.mappings import BUILT_IN
from fbrecon.platforms.files.payments import read_payments
from fbrecon.platforms.files.payouts import read_payouts
from fbrecon.table_files.mapping import Mapping
from fbrecon.table_files.records import DELIMITER_NAMES, has_header, peek
from fbrecon.table_files.sheet import Sheet
from fbrecon.table_files.text import decode, is_utf8


class FileReaders:
    """Implements the port of that name in `fbrecon.app.ports`."""

    built_in: tuple[Mapping, ...] = (*BUILT_IN, PLAIN)

    def needs_mapping(self, data: bytes) -> bool:
        """Whether a statement is a table, which does not say what its columns mean."""
        return is_table(data)

    def look(
        self, data: bytes, most: int
    ) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """What form a file has, in words, and of a table its header and first rows."""
        if is_camt(data):
            return "CAMT.053", (), ()
        text = decode(data)
        if is_ofx(text):
            return "OFX", (), ()
        encoding = "UTF-8" if is_utf8(data) else "Windows-1252"
        head = peek(text, most)
        if head is None:
            return encoding, (), ()
        dialect, header, rows = head
        return f"{encoding}, {DELIMITER_NAMES[dialect.delimiter]}", header, rows

    def fits(self, data: bytes, mapping: Mapping) -> bool:
        """Whether the file has the columns that the mapping needs."""
        return has_header(decode(data), mapping.fits)

    def fits_whole(self, data: bytes, mapping: Mapping) -> bool:
        """Whether the file has all columns that the mapping calls by names of their own."""
        return has_header(decode(data), mapping.fits_whole)

    def read_payments(self, data: bytes, mapping: Mapping) -> Read[ImportedPayment]:
        """Payments."""
        return read_payments(Sheet.open(data, mapping))

    def read_payouts(self, data: bytes, mapping: Mapping) -> Read[ImportedPayout]:
        """Payouts."""
        return read_payouts(Sheet.open(data, mapping))

    def read_statement(
        self, data: bytes, mapping: Mapping | None, currency: str
    ) -> Read[StatementLine]:
        """Lines of a bank statement."""
        return read_statement(data, mapping or PLAIN, currency)
