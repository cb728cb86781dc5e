"""CAMT.053 statements: XML of ISO 20022, of any version.

Document types, entities and anything outside the file are refused before they are looked at; how
deep and how large the file may be is bounded. An entry is one line, as on paper, with the texts of
all transactions inside. Its side is that of the money, also in a reversal.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from fbrecon.domain.deposits import StatementLine
from fbrecon.domain.imports import RowProblem
from fbrecon.domain.money import Money, MoneyError
from fbrecon.errors import BadFile
from fbrecon.table_files.problems import FieldError, shown
from fbrecon.table_files.sheet import Read
from fbrecon.table_files.text import check_size

MAX_DEPTH: Final = 60
MAX_ELEMENTS: Final = 10_000_000
MAX_TEXT: Final = 32_000
MAX_LINES: Final = 500_000
_AMOUNT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*|Z|[+-]\d{2}:\d{2})?", re.ASCII | re.DOTALL)
_HEAD: Final = 4000
_LONGEST: Final = 2000


def is_camt(data: bytes) -> bool:
    """Whether the bytes are of this kind."""
    head = data[:_HEAD].removeprefix(BOM_UTF8).lstrip()
    return head.startswith(b"<") and (b"camt.053" in head or b"<BkToCstmrStmt" in head)


@dataclass(slots=True)
class Node:
    """An element with what it holds; names without their namespace."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def find(self, path: str) -> Node | None:
        """The first element below, by names with slashes between."""
        found: Node | None = self
        for name in path.split("/"):
            if found is None:
                return None
            found = next((child for child in found.children if child.name == name), None)
        return found

    def said(self, *paths: str) -> str:
        """The text of the first of these that has any."""
        for path in paths:
            found = self.find(path)
            if found is not None and found.text.strip():
                return " ".join(found.text.split())
        return ""

    def all(self, path: str) -> list[Node]:
        """All elements below, by names with slashes between."""
        found = [self]
        for name in path.split("/"):
            found = [child for node in found for child in node.children if child.name == name]
        return found


class _Statements:
    """Builds and reads one entry at a time; a large file never stands in memory as a tree."""

    def __init__(self) -> None:
        self._open: list[Node] = []
        self._elements = self._entries = 0
        self._account = ""
        self.is_statement = False
        self.found: list[tuple[int, StatementLine]] = []
        self.problems: list[RowProblem] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._elements += 1
        if len(self._open) >= MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise _not_camt("It is nested deeper, or larger, than any statement is.")
        name = tag.rpartition("}")[2]
        self.is_statement = self.is_statement or name == "BkToCstmrStmt"
        if name == "Stmt":
            self._account = ""
        self._open.append(Node(name, attributes))

    def end(self, tag: str) -> None:
        """An element ends."""
        del tag
        node = self._open.pop()
        parent = self._open[-1] if self._open else None
        if parent is None:
            return
        if parent.name == "Stmt":
            if node.name == "Acct":
                self._account = node.said("Id/IBAN", "Id/Othr/Id")
            elif node.name == "Ntry":
                self._read(node)
        elif parent.name not in ("Document", "BkToCstmrStmt"):
            parent.children.append(node)

    def data(self, text: str) -> None:
        """Text of the element that is open."""
        if self._open and (self._open[-1].text or not text.isspace()):
            node = self._open[-1]
            if len(node.text) + len(text) > MAX_TEXT:
                raise _not_camt(f"A text is longer than {MAX_TEXT:,} letters.")
            node.text += text

    def close(self) -> None:
        """The document ends."""

    def _read(self, entry: Node) -> None:
        self._entries += 1
        if self._entries > MAX_LINES:
            raise _not_camt(f"It has more than {MAX_LINES:,} entries.")
        status = entry.said("Sts/Cd", "Sts/Prtry", "Sts")
        if status not in ("", "BOOK"):
            text = f"It is not booked yet ({shown(status)})."
            self.problems.append(RowProblem(self._entries, "status", text, skipped=True))
            return
        try:
            self.found.append((self._entries, _line(entry, self._account)))
        except FieldError as error:
            self.problems.append(RowProblem(self._entries, error.field, error.problem))


def read_camt(data: bytes) -> Read[StatementLine]:
    """The booked lines of all statements; a line's number is that of its entry, from 1.

    Raises `BadFile` where it is none of this kind.
    """
    check_size(len(data))
    statements = _Statements()
    parser = XMLParser(target=statements, forbid_dtd=True)
    try:
        parser.feed(data)
        parser.close()
    except DefusedXmlException as error:
        raise _not_camt("It has a document type, which statements do not have.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise _not_camt("It is broken, or cut off before its end.") from error
    if not statements.is_statement:
        raise _not_camt("It is XML of another kind.")
    return Read(tuple(statements.found), tuple(statements.problems))


def _line(entry: Node, account: str) -> StatementLine:
    parts = entry.all("NtryDtls/TxDtls")
    texts = [text for text in dict.fromkeys(map(_text, parts)) if text]
    told = " · ".join(texts) or entry.said("AddtlNtryInf")
    references = [text for text in dict.fromkeys(map(_reference, parts)) if text]
    return StatementLine(
        _day(entry),
        _signed(entry),
        told[:_LONGEST],
        " ".join(references)[:_LONGEST],
        account,
        entry.said("AcctSvcrRef", "NtryRef"),
    )


def _signed(entry: Node) -> Money:
    stated = entry.find("Amt")
    if stated is None:
        raise FieldError("amount", "It is empty.")
    value = stated.text.strip()
    currency = stated.attributes.get("Ccy", "")
    if not _AMOUNT.fullmatch(value):
        raise FieldError("amount", f"{shown(value)} is not a sum of CAMT.")
    try:
        amount = Money.from_decimal(Decimal(value), currency)
    except MoneyError:
        text = f"{shown(value)} is not a sum in {shown(currency)}."
        raise FieldError("amount", text) from None
    direction = entry.said("CdtDbtInd")
    if direction not in ("CRDT", "DBIT"):
        raise FieldError("amount", "It does not say whether money came in or went out.")
    return amount if direction == "CRDT" else -amount


def _day(entry: Node) -> date:
    text = entry.said("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            day = date.fromisoformat(found[1])
            if 1970 <= day.year <= 2100:
                return day
    except ValueError:
        pass
    raise FieldError("date", f"{shown(text)} is not a date of CAMT.")


def _text(node: Node) -> str:
    """What the bank says about it: remittance text, then whose money it is."""
    words = [" ".join(part.text.split()) for part in node.all("RmtInf/Ustrd")]
    words += [node.said("RmtInf/Strd/CdtrRefInf/Ref")]
    names = ("Dbtr/Nm", "Dbtr/Pty/Nm", "UltmtDbtr/Nm", "Cdtr/Nm", "Cdtr/Pty/Nm")
    words += [node.said(*(f"RltdPties/{name}" for name in names)), node.said("AddtlTxInf")]
    return " ".join(word for word in words if word)


def _reference(node: Node) -> str:
    told = node.said("Refs/EndToEndId", "Refs/PmtInfId", "Refs/MsgId")
    return "" if told == "NOTPROVIDED" else told


def _not_camt(why: str) -> BadFile:
    return BadFile(
        "The statement cannot be read",
        f"It is not a CAMT.053 statement that fbrecon reads. {why}",
        "Download it from the bank again, as CAMT.053, OFX or CSV.",
    )
