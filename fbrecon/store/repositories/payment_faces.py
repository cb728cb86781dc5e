"""Both sides of payments in one row each, and the faces by which they are sorted and found.

A payment's state, customer and number come out of seven tables: for one payment that is read in no
time, for a million it takes ten seconds. So what the table is sorted, filtered and searched by is
kept in `payment_face`. Triggers note whose face may have changed; `refresh` makes those anew, from
the same statement that reads the rows, so the two cannot say different things.
"""

from __future__ import annotations

from typing import Final

from fbrecon.domain.matching.placing import MOVED
from fbrecon.domain.money import FOUR_DECIMALS, NO_DECIMALS, THREE_DECIMALS
from fbrecon.store.database import CompanyFile

COLUMNS: Final = (
    "id, platform_id, book_id, number, invoice_id, customer, day, created_at, taken_off, "
    "amount_minor, currency, method, platform_state, posting_state, state, reason, candidates, "
    "takes_invoice"
)


def scaled(minor: str, currency: str) -> str:
    """SQL for a sum with four decimals, as many as any currency has: for sorting only.

    A sum that is too large for 64 bits then stands as the largest there is.
    """
    return f"""CAST({minor} * CASE WHEN {currency} IN {tuple(sorted(NO_DECIMALS))} THEN 10000
        WHEN {currency} IN {tuple(sorted(THREE_DECIMALS))} THEN 10
        WHEN {currency} IN {tuple(sorted(FOUR_DECIMALS))} THEN 1 ELSE 100 END AS INTEGER)"""


# The newest intent of each leg counts; of several legs, the one that most needs looking at speaks
# for the payment. `+` keeps to the index by source. The parameter is the platform's name as it
# stands in keys, where the file that a payment came from says no other.
_SPOKESMAN = """(SELECT s.key FROM intent AS s
    WHERE +s.kind = 'payment'
    AND s.source = COALESCE(NULLIF(f.source, ''), ?1) || ':' || p.id AND NOT EXISTS (
        SELECT 1 FROM intent AS n WHERE n.source = s.source AND +n.kind = 'payment'
        AND +n.leg = s.leg AND n.row > s.row)
    ORDER BY CASE WHEN s.state IN ('uncertain', 'sending') THEN 1
        WHEN s.state IN ('refused', 'discrepancy') THEN 2
        WHEN s.state IN ('posted', 'adopted', 'verified') THEN 4 ELSE 3 END, s.row LIMIT 1)"""
_TARGET = """(SELECT MIN(c.invoice_id) FROM allocation AS a
    JOIN copy AS c USING (platform_invoice_id) WHERE a.payment_id = p.id)"""
# A payment of a file names no copy: the invoice is that of what was recorded or is to be.
_INVOICE = f"""COALESCE({_TARGET}, CASE WHEN f.id IS NOT NULL THEN
    COALESCE(CAST(i.leg AS INTEGER), (SELECT MIN(b.invoice_id)
    FROM match AS m JOIN book_payment AS b ON b.id = m.book_payment_id
    WHERE m.payment_id = p.id)) END)"""  # noqa: S608
_REMOTE = "(SELECT MIN(platform_invoice_id) FROM allocation WHERE payment_id = p.id)"
_TWIN = "(SELECT MIN(book_payment_id) FROM match WHERE payment_id = p.id)"
_TWIN_REASON = "(SELECT MIN(reason) FROM match WHERE payment_id = p.id)"
# What `fbrecon.app.placing` asks before a person may name an invoice: only a file tells of it, it
# is collected and matched with nothing, and nothing was sent or decided about it.
_TAKES_INVOICE = f"""COALESCE(f.written = p.digest AND p.state = 'succeeded' AND {_TWIN} IS NULL
        AND NOT EXISTS (SELECT 1 FROM intent AS o WHERE +o.kind = 'payment'
            AND o.source = COALESCE(NULLIF(f.source, ''), ?1) || ':' || p.id
            AND NOT (o.state IN ('proposed', 'approved', 'held') AND o.attempts = 0)
            AND NOT (o.state = 'dropped' AND o.hold = '{MOVED}')), 0)"""  # noqa: S608
_THERE = f"""
    SELECT 'pay_' || p.id AS id, p.id AS platform_id, {_TWIN} AS book_id,
        COALESCE(inv.number, NULLIF(f.invoice_number, '')) AS number,
        {_INVOICE} AS invoice_id, inv.customer_id AS customer_id,
        COALESCE(inv.customer_name, pc.name, f.customer, '') AS customer,
        date(p.created_at / 1000000, 'unixepoch') AS day, p.created_at AS created_at,
        p.taken_off AS taken_off, NULL AS amount_minor,
        COALESCE(i.currency, pi.currency, NULLIF(f.currency, '')) AS currency,
        p.sort_amount AS sort_amount,
        p.method AS method, p.state AS platform_state,
        COALESCE(i.state, 'none') AS posting_state,
        CASE
            WHEN p.state IN ('failed', 'cancelled') THEN 'failed'
            WHEN p.state IN ('returned', 'disputed', 'refunded') THEN 'returned'
            WHEN i.state IN ('posted', 'adopted', 'verified') THEN 'posted'
            WHEN i.state IN ('uncertain', 'sending') THEN 'uncertain'
            WHEN i.state IN ('refused', 'discrepancy') THEN 'failed'
            WHEN {_TWIN} IS NOT NULL THEN 'matched'
            ELSE 'held' END AS state,
        COALESCE(NULLIF(i.reason, ''), {_TWIN_REASON}, u.reason, CASE
            WHEN pi.id IS NOT NULL AND {_TARGET} IS NULL
                AND p.state = 'succeeded' AND p.method <> 'none'
            THEN 'It is for an invoice made on the platform, which does not reach the books.'
            WHEN f.id IS NOT NULL THEN 'It came from a file.'
            ELSE '' END) AS reason,
        COALESCE(u.candidates, '[]') AS candidates, {_TAKES_INVOICE} AS takes_invoice
    FROM platform_payment AS p
    LEFT JOIN from_file AS f ON f.kind = 'payment' AND f.id = p.id
    LEFT JOIN platform_invoice AS pi ON pi.id = {_REMOTE}
    LEFT JOIN platform_customer AS pc ON pc.id = p.customer_id
    LEFT JOIN intent AS i ON i.key = {_SPOKESMAN}
    LEFT JOIN invoice AS inv ON inv.id = {_INVOICE}
    LEFT JOIN unplaced_file AS u ON u.payment_id = p.id
    WHERE p.id IN ({{there}})"""  # noqa: S608 - parts of this module only
_ALONE = """b.visibility <> 'deleted' AND NOT EXISTS (
        SELECT 1 FROM match WHERE match.book_payment_id = b.id)"""
_HERE = f"""
    SELECT 'pay_book_' || b.id, NULL, b.id, inv.number, b.invoice_id,
        COALESCE(inv.customer_id, b.customer_id), COALESCE(inv.customer_name, c.name, ''),
        b.paid_on, NULL, NULL, b.amount_minor, b.currency,
        {scaled("b.amount_minor", "b.currency")}, b.method, 'unknown', 'none', 'only_in_freshbooks',
        CASE WHEN b.credit_id IS NOT NULL THEN 'A credit in FreshBooks.'
            WHEN b.visibility = 'gone' THEN 'FreshBooks no longer shows it.'
            ELSE 'Recorded in FreshBooks; the platform did not collect it.' END,
        '[]', 0
    FROM book_payment AS b
    LEFT JOIN invoice AS inv ON inv.id = b.invoice_id
    LEFT JOIN customer AS c ON c.id = b.customer_id
    WHERE b.id IN ({{here}}) AND {_ALONE}"""  # noqa: S608

_AT_ONCE = 20_000  # payments in a transaction: others write in between
_DUE = {
    side: f"SELECT id FROM payment_due_{side} ORDER BY id LIMIT {_AT_ONCE}"  # noqa: S608
    for side in ("there", "here")
}
_GONE = (
    f"""DELETE FROM payment_face WHERE platform_id IN ({_DUE["there"]})
        AND platform_id NOT IN (SELECT id FROM platform_payment)""",  # noqa: S608
    f"""DELETE FROM payment_face WHERE platform_id IS NULL AND book_id IN ({_DUE["here"]})
        AND NOT EXISTS (SELECT 1 FROM book_payment AS b WHERE b.id = book_id AND {_ALONE})""",  # noqa: S608
)


def both_sides(there: str, here: str) -> str:
    """A statement for the payments of the platform and of the books that two `IN (…)` choose.

    One row for each payment of the platform, and one for each in the books that is not matched.
    Its first parameter is the platform's name.
    """
    return f"{_THERE} UNION ALL {_HERE}".format(there=there, here=here)


_MADE_ANEW = f"""INSERT INTO payment_face (id, platform_id, book_id, invoice_id, customer_id, day,
        amount, currency, customer, number, method, state)
    SELECT id, platform_id, book_id, invoice_id, customer_id, day, sort_amount,
        COALESCE(currency, ''), customer, COALESCE(number, ''), method, state
    FROM ({both_sides(**_DUE)}) WHERE 1
    ON CONFLICT (id) DO UPDATE SET platform_id = excluded.platform_id, book_id = excluded.book_id,
        invoice_id = excluded.invoice_id, customer_id = excluded.customer_id, day = excluded.day,
        amount = excluded.amount, currency = excluded.currency, customer = excluded.customer,
        number = excluded.number, method = excluded.method, state = excluded.state"""  # noqa: S608


def refresh(file: CompanyFile, platform: str) -> None:
    """Bring the faces up to date: one look where nothing is due, else a few short writes."""
    while file.sql("SELECT 1 FROM payment_due_there UNION SELECT 1 FROM payment_due_here LIMIT 1"):
        with file.write():
            for statement in _GONE:
                file.sql(statement)
            file.sql(_MADE_ANEW, (platform,))
            for side, due in _DUE.items():
                file.sql(f"DELETE FROM payment_due_{side} WHERE id IN ({due})")  # noqa: S608
