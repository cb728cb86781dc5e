"""Bank statements as banks write them: OFX in both forms, CAMT.053."""

from __future__ import annotations

SGML = b"""OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><LANGUAGE>ENG</SONRS>
</SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1234<ACCTID>98-7<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260201<DTEND>20260228
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260205235959[-5:EST]<TRNAMT>97.00<FITID>F1
<NAME>ALT PAYMENTS &amp; CO<MEMO>PAYOUT po_1</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260206<TRNAMT>-12,5<FITID>F2<NAME>Fee<MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260207<TRNAMT>5.00<FITID>F3<CHECKNUM>77
<PAYEE><NAME>Payee<ADDR1>x</PAYEE></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>2026<TRNAMT>5.00<FITID>F4</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260207<TRNAMT>5.005<FITID>F5</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1.00<DTASOF>20260228</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
XML = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>CAD</CURDEF>
<CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260205</DTPOSTED><TRNAMT>+3.00</TRNAMT>
<FITID>C1</FITID><NAME></NAME><MEMO>Zo\xc3\xab</MEMO></STMTTRN>
</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>
"""


def entry(amount: str, side: str, *, inside: str = "", status: str = "BOOK", more: str = "") -> str:
    return (
        f'<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>'
        f"<Sts><Cd>{status}</Cd></Sts><BookgDt><Dt>2026-02-05</Dt></BookgDt>"
        f"<AcctSvcrRef>R{amount}</AcctSvcrRef>{more}<NtryDtls>{inside}</NtryDtls></Ntry>"
    )


def document(*entries: str, before: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        "<GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>"
        "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>"
        f"{''.join(entries)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


DETAIL = (
    "<TxDtls><Refs><EndToEndId>{end}</EndToEndId></Refs><RltdPties><Dbtr><Nm>{who}</Nm></Dbtr>"
    "</RltdPties><RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"
)
