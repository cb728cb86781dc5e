"""Version 8: what the tables of the window need to sort, filter and search a million rows.

`payment_face` is one row for each row of the table of payments, with what it is sorted, filtered
and searched by. Triggers note in `payment_due_…` whose face may have changed, and in `invoice_due`
which invoices the search does not know yet; `fbrecon/store/repositories` brings them up to date.
All of it can be made anew from the other tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# The payments of the platform and of the books that a change of another table is about.
_OF_COPY: Final = """INSERT INTO payment_due_there
    SELECT payment_id FROM allocation WHERE platform_invoice_id = {row}.platform_invoice_id
    ON CONFLICT DO NOTHING;"""
_OF_PLATFORM_INVOICE: Final = """INSERT INTO payment_due_there
    SELECT payment_id FROM allocation WHERE platform_invoice_id = {row}.id
    ON CONFLICT DO NOTHING;"""
_OF_INVOICE: Final = """INSERT INTO payment_due_here
    SELECT id FROM book_payment WHERE invoice_id = {row}.id ON CONFLICT DO NOTHING;
    INSERT INTO payment_due_there SELECT a.payment_id FROM copy AS c
    JOIN allocation AS a ON a.platform_invoice_id = c.platform_invoice_id
    WHERE c.invoice_id = {row}.id ON CONFLICT DO NOTHING;"""
_OF_CUSTOMER: Final = """INSERT INTO payment_due_here
    SELECT id FROM book_payment WHERE customer_id = {row}.id ON CONFLICT DO NOTHING;"""
_OF_PLATFORM_CUSTOMER: Final = """INSERT INTO payment_due_there
    SELECT id FROM platform_payment WHERE customer_id = {row}.id ON CONFLICT DO NOTHING;"""
_OF_ALLOCATION: Final = (
    "INSERT INTO payment_due_there VALUES ({row}.payment_id) ON CONFLICT DO NOTHING;"
)
_OF_MATCH: Final = """INSERT INTO payment_due_there VALUES ({row}.payment_id)
    ON CONFLICT DO NOTHING;
    INSERT INTO payment_due_here VALUES ({row}.book_payment_id) ON CONFLICT DO NOTHING;"""
_OF_INTENT: Final = """INSERT INTO payment_due_there
    VALUES (substr({row}.source, instr({row}.source, ':') + 1)) ON CONFLICT DO NOTHING;"""
_OF_FILE: Final = "INSERT INTO payment_due_there VALUES ({row}.id) ON CONFLICT DO NOTHING;"
_HERE: Final = "INSERT INTO payment_due_here VALUES ({row}.id) ON CONFLICT DO NOTHING;"


def _watch(table: str, columns: str, note: str, when: str = "", also_if: str = "") -> Iterator[str]:
    """Triggers that note what an added, changed or removed row of the table is about."""
    changed = " OR ".join(f"OLD.{c.strip()} IS NOT NEW.{c.strip()}" for c in columns.split(","))
    for event, row in (("INSERT", "NEW"), (f"UPDATE OF {columns}", "NEW"), ("DELETE", "OLD")):
        word = event.split()[0]
        conditions = [f"({changed})"] if word == "UPDATE" else []
        conditions += [when.format(row=row)] if when else []
        guard = f" WHEN {' AND '.join(conditions)}" if conditions else ""
        both = note.format(row="OLD") if word == "UPDATE" and also_if == "moved" else ""
        yield (
            f"CREATE TRIGGER payment_face_{table}_{word.lower()} AFTER {event} ON {table}{guard}"
            f" BEGIN {both} {note.format(row=row)} END"
        )


# `OR IGNORE` would give way to the conflict clause of the statement that fires the trigger.
_IS_PAYMENT: Final = "{row}.kind = 'payment'"

STATEMENTS: tuple[str, ...] = (
    # ---- invoices and customers
    "DROP INDEX invoice_by_create",
    # With what tables are filtered by, so that a filter reads this index alone.
    """CREATE INDEX invoice_by_create
        ON invoice (create_on, id, status, visibility, currency)""",
    "CREATE INDEX invoice_by_folded_number ON invoice (number COLLATE NOCASE, id)",
    "DROP INDEX invoice_by_customer",
    """CREATE INDEX invoice_by_customer
        ON invoice (customer_id, currency, status, visibility, outstanding_minor)""",
    "CREATE INDEX customer_by_email ON customer (email COLLATE NOCASE, id)",
    "CREATE INDEX book_payment_by_customer ON book_payment (customer_id)",
    "CREATE INDEX platform_payment_by_customer ON platform_payment (customer_id)",
    "CREATE INDEX allocation_by_invoice ON allocation (platform_invoice_id)",
    "CREATE INDEX intent_of_customer ON intent (leg) WHERE kind = 'platform_customer'",
    # ---- the search for invoices: three letters on end anywhere in number or customer
    """CREATE VIRTUAL TABLE invoice_text USING fts5(number, customer, content='',
        contentless_delete=1, tokenize='trigram')""",
    "CREATE TABLE invoice_due (id INTEGER NOT NULL PRIMARY KEY) STRICT",
    "INSERT INTO invoice_due SELECT id FROM invoice",
    """CREATE TRIGGER invoice_text_insert AFTER INSERT ON invoice
        BEGIN INSERT INTO invoice_due VALUES (NEW.id) ON CONFLICT DO NOTHING; END""",
    """CREATE TRIGGER invoice_text_update AFTER UPDATE OF number, customer_name ON invoice
        WHEN OLD.number <> NEW.number OR OLD.customer_name <> NEW.customer_name
        BEGIN INSERT INTO invoice_due VALUES (NEW.id) ON CONFLICT DO NOTHING; END""",
    """CREATE TRIGGER invoice_text_delete AFTER DELETE ON invoice
        BEGIN INSERT INTO invoice_due VALUES (OLD.id) ON CONFLICT DO NOTHING; END""",
    # ---- payments
    """CREATE TABLE payment_face (
        key INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, platform_id TEXT,
        book_id INTEGER, invoice_id INTEGER, customer_id INTEGER, day TEXT NOT NULL,
        amount INTEGER NOT NULL, currency TEXT NOT NULL, customer TEXT NOT NULL,
        number TEXT NOT NULL, method TEXT NOT NULL, state TEXT NOT NULL) STRICT""",
    "CREATE INDEX payment_face_by_day ON payment_face (day, key, state, currency)",
    "CREATE INDEX payment_face_by_amount ON payment_face (amount, key)",
    "CREATE INDEX payment_face_by_name ON payment_face (customer COLLATE NOCASE, key)",
    "CREATE INDEX payment_face_by_number ON payment_face (number COLLATE NOCASE, key)",
    "CREATE INDEX payment_face_by_method ON payment_face (method, key)",
    "CREATE INDEX payment_face_by_state ON payment_face (state, key)",
    "CREATE INDEX payment_face_by_invoice ON payment_face (invoice_id)",
    "CREATE INDEX payment_face_by_customer ON payment_face (customer_id, day, key)",
    "CREATE INDEX payment_face_by_book ON payment_face (book_id)",
    "CREATE INDEX payment_face_by_platform ON payment_face (platform_id)",
    """CREATE VIRTUAL TABLE payment_text USING fts5(number, customer, id, content='',
        contentless_delete=1, tokenize='trigram')""",
    """CREATE TRIGGER payment_text_insert AFTER INSERT ON payment_face BEGIN
        INSERT INTO payment_text (rowid, number, customer, id)
        VALUES (NEW.key, NEW.number, NEW.customer, NEW.id); END""",
    """CREATE TRIGGER payment_text_update AFTER UPDATE OF number, customer ON payment_face
        WHEN OLD.number <> NEW.number OR OLD.customer <> NEW.customer BEGIN
        DELETE FROM payment_text WHERE rowid = NEW.key;
        INSERT INTO payment_text (rowid, number, customer, id)
        VALUES (NEW.key, NEW.number, NEW.customer, NEW.id); END""",
    """CREATE TRIGGER payment_text_delete AFTER DELETE ON payment_face BEGIN
        DELETE FROM payment_text WHERE rowid = OLD.key; END""",
    "CREATE TABLE payment_due_there (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE payment_due_here (id INTEGER NOT NULL PRIMARY KEY) STRICT",
    "INSERT INTO payment_due_there SELECT id FROM platform_payment",
    "INSERT INTO payment_due_here SELECT id FROM book_payment",
    *_watch("platform_payment", "customer_id, created_at, method, state, sort_amount", _OF_FILE),
    *_watch(
        "book_payment",
        "invoice_id, customer_id, currency, amount_minor, paid_on, method, visibility",
        _HERE,
    ),
    *_watch("allocation", "payment_id, platform_invoice_id", _OF_ALLOCATION, also_if="moved"),
    *_watch("copy", "platform_invoice_id, invoice_id", _OF_COPY, also_if="moved"),
    *_watch("platform_invoice", "currency", _OF_PLATFORM_INVOICE),
    *_watch("invoice", "number, customer_id, customer_name", _OF_INVOICE),
    *_watch("customer", "name", _OF_CUSTOMER),
    *_watch("platform_customer", "name", _OF_PLATFORM_CUSTOMER),
    *_watch("match", "payment_id, book_payment_id", _OF_MATCH, also_if="moved"),
    *_watch("intent", "state, currency", _OF_INTENT, when=_IS_PAYMENT),
    *_watch("from_file", "currency, customer, invoice_number", _OF_FILE, when=_IS_PAYMENT),
    # ---- the activity log
    "CREATE INDEX activity_by_who ON activity (who, number)",
    "CREATE INDEX activity_by_kind ON activity (kind, number)",
    "CREATE INDEX activity_by_after ON activity (after, number)",
    "CREATE INDEX activity_by_subject ON activity (subject COLLATE NOCASE, number)",
    """CREATE INDEX activity_results ON activity (number)
        WHERE who = 'person' OR after NOT IN ('proposed', 'approved', 'sending', 'posted')""",
)
