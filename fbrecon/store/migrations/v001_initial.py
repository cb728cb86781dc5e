"""Version 1: the mirror of both services, the outbox, runs and decisions."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # What this file is: business, base URLs, when it was connected.
    "CREATE TABLE fact (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE role (role TEXT NOT NULL PRIMARY KEY, ledger_account_id TEXT NOT NULL) STRICT",
    # ---- the books, a cache that can be fetched again
    """CREATE TABLE customer (
        id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
        currency TEXT NOT NULL, visibility TEXT NOT NULL, updated_at INTEGER NOT NULL,
        digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX customer_by_name ON customer (name COLLATE NOCASE, id)",
    """CREATE TABLE invoice (
        id INTEGER NOT NULL PRIMARY KEY, number TEXT NOT NULL, customer_id INTEGER NOT NULL,
        customer_name TEXT NOT NULL, currency TEXT NOT NULL, total_minor INTEGER NOT NULL,
        outstanding_minor INTEGER NOT NULL, paid_minor INTEGER NOT NULL,
        discount_minor INTEGER NOT NULL, create_on TEXT NOT NULL, due_on TEXT,
        status TEXT NOT NULL, visibility TEXT NOT NULL, updated_at INTEGER NOT NULL,
        line_count INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX invoice_by_customer ON invoice (customer_id)",
    "CREATE INDEX invoice_by_number ON invoice (number)",
    "CREATE INDEX invoice_by_create ON invoice (create_on, id)",
    "CREATE INDEX invoice_by_due ON invoice (due_on, id)",
    "CREATE INDEX invoice_by_name ON invoice (customer_name COLLATE NOCASE, id)",
    "CREATE INDEX invoice_by_total ON invoice (total_minor, id)",
    "CREATE INDEX invoice_by_outstanding ON invoice (outstanding_minor, id)",
    "CREATE INDEX invoice_by_status ON invoice (status, id)",
    """CREATE TABLE line (
        invoice_id INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
        line_id INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
        description TEXT NOT NULL, quantity TEXT NOT NULL, currency TEXT NOT NULL,
        unit_cost TEXT NOT NULL, amount_minor INTEGER NOT NULL,
        tax1_name TEXT NOT NULL, tax1_percent TEXT NOT NULL,
        tax2_name TEXT NOT NULL, tax2_percent TEXT NOT NULL,
        PRIMARY KEY (invoice_id, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE book_payment (
        id INTEGER NOT NULL PRIMARY KEY, invoice_id INTEGER, customer_id INTEGER,
        credit_id INTEGER, currency TEXT NOT NULL, amount_minor INTEGER NOT NULL,
        paid_on TEXT NOT NULL, method TEXT NOT NULL, note TEXT NOT NULL, marker TEXT,
        gateway TEXT NOT NULL, overpayment_id INTEGER, from_credit INTEGER NOT NULL,
        visibility TEXT NOT NULL, updated_at INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX book_payment_by_invoice ON book_payment (invoice_id)",
    "CREATE INDEX book_payment_by_marker ON book_payment (marker) WHERE marker IS NOT NULL",
    "CREATE INDEX book_payment_by_day ON book_payment (paid_on, id)",
    """CREATE TABLE ledger_account (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, number TEXT NOT NULL,
        type TEXT NOT NULL, sub_type TEXT NOT NULL, parent_id TEXT, system_name TEXT NOT NULL,
        state TEXT NOT NULL, has_children INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT""",
    # ---- the platform, a cache too; sums as the platform states them are exact decimal texts
    """CREATE TABLE platform_customer (
        id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL,
        external_id TEXT NOT NULL, created_at INTEGER, archived INTEGER NOT NULL,
        digest INTEGER NOT NULL) STRICT""",
    """CREATE TABLE platform_invoice (
        id TEXT NOT NULL PRIMARY KEY, number TEXT NOT NULL, customer_id TEXT NOT NULL,
        currency TEXT NOT NULL, total_minor INTEGER NOT NULL, due_on TEXT, state TEXT NOT NULL,
        raw_state TEXT NOT NULL, marker TEXT, descriptions TEXT NOT NULL, created_at INTEGER,
        digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX platform_invoice_by_customer ON platform_invoice (customer_id)",
    """CREATE TABLE platform_payment (
        id TEXT NOT NULL PRIMARY KEY, customer_id TEXT, created_at INTEGER NOT NULL,
        method TEXT NOT NULL, state TEXT NOT NULL, raw_state TEXT NOT NULL,
        total TEXT NOT NULL, sub_total TEXT NOT NULL, fees TEXT NOT NULL,
        taken_off TEXT NOT NULL, sort_amount INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT""",
    "CREATE INDEX platform_payment_by_time ON platform_payment (created_at, id)",
    """CREATE TABLE allocation (
        payment_id TEXT NOT NULL REFERENCES platform_payment (id) ON DELETE CASCADE,
        platform_invoice_id TEXT NOT NULL,
        PRIMARY KEY (payment_id, platform_invoice_id)) STRICT, WITHOUT ROWID""",
    # Which of the platform's invoices is a copy of which invoice: found anew with each sync.
    """CREATE TABLE copy (
        platform_invoice_id TEXT NOT NULL PRIMARY KEY, invoice_id INTEGER NOT NULL,
        ours INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX copy_by_invoice ON copy (invoice_id)",
    """CREATE TABLE payout (
        id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, raw_state TEXT NOT NULL,
        created_at INTEGER NOT NULL, arrival_on TEXT, net TEXT NOT NULL, gross TEXT NOT NULL,
        fees TEXT NOT NULL, composed INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT""",
    """CREATE TABLE payout_line (
        payout_id TEXT NOT NULL REFERENCES payout (id) ON DELETE CASCADE,
        position INTEGER NOT NULL, line_id TEXT NOT NULL, kind TEXT NOT NULL,
        amount TEXT NOT NULL, payment_id TEXT, description TEXT NOT NULL,
        PRIMARY KEY (payout_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX payout_line_by_payment ON payout_line (payment_id)",
    # ---- decisions and writes, which nothing can fetch again
    """CREATE TABLE match (
        payment_id TEXT NOT NULL, book_payment_id INTEGER NOT NULL, reason TEXT NOT NULL,
        made_by TEXT NOT NULL CHECK (made_by IN ('marker', 'rule', 'person')),
        at INTEGER NOT NULL, PRIMARY KEY (payment_id, book_payment_id)) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX match_once ON match (book_payment_id)",
    """CREATE TABLE intent (
        key TEXT NOT NULL PRIMARY KEY, row INTEGER NOT NULL UNIQUE, marker TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, leg TEXT NOT NULL,
        generation INTEGER NOT NULL, subject TEXT NOT NULL, target TEXT NOT NULL,
        currency TEXT, amount_minor INTEGER, on_date TEXT,
        body BLOB NOT NULL, body_sha256 TEXT NOT NULL,
        state TEXT NOT NULL, reason TEXT NOT NULL, remote_id TEXT,
        attempts INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL, uncertain_since INTEGER, negative_reads INTEGER NOT NULL
        DEFAULT 0, last_negative_at INTEGER, not_before INTEGER, hold TEXT NOT NULL DEFAULT '',
        waived TEXT NOT NULL DEFAULT '[]', evidence TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX intent_one_in_flight ON intent (account) WHERE state = 'sending'",
    "CREATE UNIQUE INDEX intent_one_remote ON intent (kind, remote_id) WHERE remote_id IS NOT NULL",
    "CREATE INDEX intent_by_state ON intent (state)",
    """CREATE TABLE attempt (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL REFERENCES intent (key), number INTEGER NOT NULL,
        phase TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL, summary TEXT NOT NULL,
        http_status INTEGER NOT NULL, UNIQUE (key, number, phase)) STRICT""",
    """CREATE TRIGGER attempt_no_update BEFORE UPDATE ON attempt
        BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END""",
    """CREATE TRIGGER attempt_no_delete BEFORE DELETE ON attempt
        BEGIN SELECT RAISE(ABORT, 'attempts are only ever added'); END""",
    """CREATE TABLE move (
        before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (before, after)) STRICT""",
    """CREATE TRIGGER intent_moves BEFORE UPDATE OF state ON intent
        WHEN OLD.state <> NEW.state
        AND NOT EXISTS (SELECT 1 FROM move WHERE before = OLD.state AND after = NEW.state)
        BEGIN SELECT RAISE(ABORT, 'the posting machine has no such move'); END""",
    """CREATE TRIGGER intent_frozen BEFORE UPDATE OF key, marker, body, body_sha256 ON intent
        WHEN OLD.attempts > 0 AND (OLD.body_sha256 <> NEW.body_sha256 OR OLD.key <> NEW.key
        OR OLD.marker <> NEW.marker OR OLD.body <> NEW.body)
        BEGIN SELECT RAISE(ABORT, 'an intent that was sent is frozen'); END""",
    """CREATE TABLE word (
        word TEXT NOT NULL PRIMARY KEY, meaning TEXT NOT NULL, at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE attention (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, title TEXT NOT NULL,
        message TEXT NOT NULL, hint TEXT NOT NULL, subject TEXT NOT NULL, link TEXT NOT NULL,
        actions TEXT NOT NULL, since INTEGER NOT NULL, closed_at INTEGER,
        dismissed INTEGER NOT NULL DEFAULT 0) STRICT""",
    # ---- how syncing goes
    """CREATE TABLE cursor (
        resource TEXT NOT NULL PRIMARY KEY, phase TEXT NOT NULL, next_page INTEGER NOT NULL,
        boundary_on TEXT, began_on TEXT, mark_on TEXT, last_success_at INTEGER,
        last_deep_at INTEGER) STRICT""",
    """CREATE TABLE run (
        id INTEGER PRIMARY KEY, outcome TEXT NOT NULL, started_at INTEGER NOT NULL,
        finished_at INTEGER, reason TEXT NOT NULL, sentence TEXT NOT NULL,
        report TEXT NOT NULL) STRICT""",
    """CREATE TABLE odd_row (
        resource TEXT NOT NULL, id TEXT NOT NULL, problem TEXT NOT NULL, since INTEGER NOT NULL,
        PRIMARY KEY (resource, id)) STRICT, WITHOUT ROWID""",
)
