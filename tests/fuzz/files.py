"""Files that are imported, broken in many ways, into every reader of files.

What must hold: rows and problems, or an error of ours, never another exception; no more steps than
the size of the file deserves; no more rows than the file has lines or elements; and no memory that
stays.
"""

from __future__ import annotations

import gzip
import random
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fbrecon.errors import BadFile, FbreconError
from fbrecon.file_readers import FileReaders
from fbrecon.table_files.mapping import Mapping, TableKind
from tests.fakes.statement_samples import SGML, XML, document, entry
from tests.fakes.table_samples import GOCARDLESS_LINES, GOCARDLESS_PAYMENTS, SQUARE, STRIPE, table
from tests.fuzz.mutate import Mutator
from tests.fuzz.wire import Tally
from tests.fuzz.work import counted

REPORTS: Final = Path(__file__).parent.parent / "samples" / "reports"
MEMORY_ROUNDS: Final = 500
MEMORY_LEFT: Final = 2 * 1024 * 1024
MEMORY_PEAK: Final = 64 * 1024 * 1024
STEPS_A_BYTE_MORE: Final = 8  # a table's columns are decided by looking at each row more than once
# What stands in tables and statements where it should not.
_PIECES: Final = (
    b"", b'"', b'""', b"'", b",", b";", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\x00", b"\x1a",
    b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"\x81", b"\xe2\x80\xae",
    b"=cmd|' /C calc'!A0", b"-", b"-0", b"1e9", b"NaN", b"1,234", b"1.234,56", b"(5)", b"5-",
    b"9" * 400, b"USD", b"XXX", b"01/02/2026", b"2026-02-30", b"0001-01-01", b"</STMTTRN>",
    b"<STMTTRN>", b"<" * 5_000, b"<A>" * 5_000, b"&amp;", b"&lol;", b"&#x0;", b"<![CDATA[", b"]]>",
    b'<!DOCTYPE x [<!ENTITY a "b">]>', b"<Ntry>", b"</Ntry>", b"," * 20_000, b'"' * 5_000,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sample:
    """A whole file, and what reads such files."""

    name: str
    data: bytes
    read: Callable[[bytes], Any]


def list_samples() -> list[Sample]:
    """Every kind of file that is read, with every mapping that comes with the program."""
    readers = FileReaders()

    def of(name: str, kind: TableKind) -> Mapping:
        return next(m for m in readers.built_in if m.name == name and m.kind is kind)

    def payments(name: str, data: bytes) -> Sample:
        mapping = of(name, TableKind.PAYMENTS)
        return Sample(f"{name} payments", data, lambda d: readers.read_payments(d, mapping))

    def payouts(name: str, data: bytes, kind: TableKind = TableKind.PAYOUT_LINES) -> Sample:
        mapping = of(name, kind)
        return Sample(f"{name} {kind}", data, lambda d: readers.read_payouts(d, mapping))

    def bank(name: str, data: bytes) -> Sample:
        mapping = of("plain", TableKind.BANK)
        return Sample(name, data, lambda d: readers.read_statement(d, mapping, "USD"))

    stripe = (REPORTS / "stripe_itemized_payout_reconciliation.csv").read_bytes()
    plain = table("payment_id,date,gross,fee,net,status", "p1,13/02/2026,100.00,3.20,96.80,failed")
    whole = table("payout_id,arrival_date,net,gross,fees", "o1,2026-02-05,29.00,30.00,1.00")
    lines = table("date,amount,description", "2026-02-05,5.00,coffee", "2026-02-06,-7.10,=1+1")
    german = "date;amount;description\n13.02.2026;1.234,50;Gebühr\n".encode("cp1252")
    return [
        payments("stripe", stripe),
        payments("gocardless", table(*GOCARDLESS_PAYMENTS)),
        payments("square", table(*SQUARE)),
        payments("plain", plain),
        payouts("stripe", table(*STRIPE)),
        payouts("gocardless", table(*GOCARDLESS_LINES)),
        payouts("square", table(*SQUARE)),
        payouts("plain", whole, TableKind.PAYOUTS),
        bank("bank table", lines),
        bank("bank table, western", german),
        bank("OFX", SGML),
        bank("OFX as XML", XML),
        bank("CAMT", document(entry("1.00", "CRDT"), entry("2.50", "DBIT", status="PDNG"))),
    ]


class FileMutator(Mutator):
    """Accidents of files beside those of answers: pieces, rows moved, other encodings, packing."""

    def __init__(self, seed: str, other: list[bytes]) -> None:
        super().__init__(seed, other)
        self._ways = (
            self._piece, self._piece, self._piece, self._rows, self._cell, self._cell, self._flip,
            self._cut, self._double, self._splice, self._drop, self._encode,
        )  # fmt: skip

    def _piece(self, payload: bytes) -> bytes:
        at = self._place(payload)
        return payload[:at] + self._chance.choice(_PIECES) + payload[at:]

    def _rows(self, payload: bytes) -> bytes:
        rows = payload.split(b"\n")
        self._chance.shuffle(rows)
        return b"\n".join(rows)

    def _cell(self, payload: bytes) -> bytes:
        mark = self._chance.choice((b",", b";", b">", b"<"))
        cells = payload.split(mark)
        cells[self._chance.randrange(len(cells))] = self._chance.choice(_PIECES)
        return mark.join(cells)

    def _encode(self, payload: bytes) -> bytes:
        way = self._chance.randrange(6)
        text = payload.decode("utf-8", "replace")
        if way < 3:
            return text.encode(("utf-16", "utf-32", "cp1252")[way], "replace")
        if way == 3:
            return gzip.compress(payload[:50_000], 1)
        return b"PK\x03\x04" + payload if way == 4 else payload.replace(b"\n", b"\r")


def mutate(rounds: int, seed: int) -> Tally:
    """So many broken files, one after another."""
    tally = Tally()
    samples = list_samples()
    bodies = [sample.data for sample in samples]
    for number in range(rounds):
        mutator = FileMutator(f"{seed}:{number}", bodies)
        sample = samples[number % len(samples)]
        _try(tally, sample, mutator.mutate(sample.data), f"{sample.name}, {seed}:{number}")
    return tally


def _try(tally: Tally, sample: Sample, data: bytes, where: str) -> None:
    try:
        read = counted(lambda: sample.read(data), STEPS_A_BYTE_MORE * len(data))
    except FbreconError as error:
        tally.note(type(error).__name__)
    except Exception as error:  # noqa: BLE001 - whatever else a reader raises is what is looked for
        tally.note("crash", f"{where}: {type(error).__name__}: {error}")
    else:
        most = data.count(b"\n") + data.count(b"\r") + data.count(b"<") + 2
        problem = ""
        if len(read.rows) + len(read.problems) > 2 * most:
            problem = f"{where}: {len(read.rows)} rows and {len(read.problems)} problems"
        tally.note("read" if read.rows else "read, with no row", problem)


def memory(seed: int, rounds: int) -> tuple[int, int]:
    """Bytes that stay after so many broken files, and the most that were held."""
    mutate(min(rounds, 100), seed)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        mutate(rounds, seed)
        now, peak = tracemalloc.get_traced_memory()
        return now - before, peak - before
    finally:
        tracemalloc.stop()


def bombs() -> dict[str, tuple[bytes, Callable[[bytes], Any]]]:
    """Files that are made to be too much, with what reads them."""
    readers = FileReaders()
    mapping = next(m for m in readers.built_in if m.kind is TableKind.BANK)

    def read(data: bytes) -> Any:
        return readers.read_statement(data, mapping, "USD")

    header = b"date,amount\n"
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    noise = random.Random(1).randbytes(100_000)
    return {
        "a million columns": (b"date,amount" + b",x" * 1_000_000 + b"\n", read),
        "a million rows": (header + b"2026-02-05,1.00\n" * 1_000_000, read),
        "one endless cell": (header + b'"' + b"x" * 5_000_000, read),
        "a million quotation marks": (header + b'"' * 1_000_000, read),
        "a million broken rows": (header + b'"a"b,c\n' * 200_000, read),
        "a packed file": (gzip.compress(header * 1000), read),
        "a spreadsheet": (b"PK\x03\x04" + noise, read),
        "UTF-16": ((header.decode() + "2026-02-05,1.00\n").encode("utf-16"), read),
        "UTF-16 without its mark": (header.decode().encode("utf-16-le"), read),
        "nothing but zeros": (bytes(1_000_000), read),
        "lone surrogates": (header + b"2026-02-05,\xed\xa0\x80\n", read),
        "noise": (noise, read),
        "entities of entities": (laughs + b"]><BkToCstmrStmt>&j;</BkToCstmrStmt>", read),
        "a deep statement": (b"<BkToCstmrStmt>" + b"<a>" * 500_000, read),
        "a deep OFX": (b"OFXHEADER:100\n<OFX>" + b"<A>" * 500_000, read),
        "tags that never end": (b"OFXHEADER:100\n<OFX>" + b"<" * 1_000_000, read),
    }


def explode(data: bytes, read: Callable[[bytes], Any]) -> str:
    """What is wrong with how such a file ends; "" where it is refused in a sentence."""
    try:
        found = read(data)
    except BadFile as error:
        return "" if len(error.sentence) < 600 else f"a sentence of {len(error.sentence)} letters"
    if found.rows or len(found.problems) > 5_000:
        return f"{len(found.rows)} rows and {len(found.problems)} problems"
    return ""
