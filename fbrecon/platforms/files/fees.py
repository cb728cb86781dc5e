"""Whether a file shows a fee as what it costs, 3.20, or as what it takes away, -3.20."""

from __future__ import annotations

from fbrecon.table_files.problems import FieldError
from fbrecon.table_files.sheet import Sheet


def fees_are_negative(sheet: Sheet) -> bool:
    """Decided by all rows together: gross, fee and net add up one way or the other.

    Where they do not tell, or tell both, it is as the mapping says.
    """
    if not {"gross", "fee", "net"} <= sheet.places.keys():
        return sheet.mapping.fees_are_negative
    added = taken = False
    for row in sheet.rows():
        try:
            currency = row.currency()
            fee = row.find_amount("fee", currency)
            net = row.find_amount("net", currency)
            gross = row.find_amount("gross", currency)
        except FieldError:
            continue  # it becomes the row's own problem
        if fee and net is not None and gross is not None:
            added = added or net == gross + fee
            taken = taken or net == gross - fee
    return added if added != taken else sheet.mapping.fees_are_negative
