"""All that reads files, behind one port. Knows the adaptors, as `bootstrap` does."""

from __future__ import annotations

from fbrecon.bank.statements import is_table, read_statement
from fbrecon.bank.table import PLAIN
from fbrecon.domain.deposits import StatementLine
from fbrecon.domain.imports import ImportedPayment, ImportedPayout, Read
from fbrecon.platforms.files.mappings import BUILT_IN
from fbrecon.platforms.files.payments import read_payments
from fbrecon.platforms.files.payouts import read_payouts
from fbrecon.table_files.mapping import Mapping
from fbrecon.table_files.records import has_header
from fbrecon.table_files.sheet import Sheet
from fbrecon.table_files.text import decode


class FileReaders:
    """Implements the port of that name in `fbrecon.app.ports`."""

    built_in: tuple[Mapping, ...] = (*BUILT_IN, PLAIN)

    def needs_mapping(self, data: bytes) -> bool:
        """Whether a statement is a table, which does not say what its columns mean."""
        return is_table(data)

    def fits(self, data: bytes, mapping: Mapping) -> bool:
        """Whether the file has the columns that the mapping needs."""
        return has_header(decode(data), mapping.fits)

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
