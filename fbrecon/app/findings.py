"""What needs a person, found anew after each sync from the facts in the company file.

Each kind has its own sentence and its own next step. A finding goes away when the fact does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fbrecon.app.bank_findings import bank_findings
from fbrecon.app.company import Company
from fbrecon.app.copy_findings import copy_findings
from fbrecon.app.forbidden import is_forbidden
from fbrecon.app.late_payments import late_payments
from fbrecon.app.money_findings import link_of, money_findings, says_more
from fbrecon.app.no_longer_shown import find_no_longer_shown
from fbrecon.app.payout_findings import payout_findings
from fbrecon.app.periods import period_findings
from fbrecon.domain.attention import AttentionKind, Finding
from fbrecon.domain.documents import PlatformState
from fbrecon.domain.ids import PlatformPaymentId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind
from fbrecon.domain.proposing import NotProposed
from fbrecon.sync.push import ARCHIVED
from fbrecon.sync.writers import DELETED_RECORD, DOUBLED

_WAITING = {
    PostingState.HELD: (
        AttentionKind.PAYMENT_HELD,
        "A payment waits for your decision",
        "Approve it if it should be recorded all the same, or dismiss it.",
        ("approve", "dismiss", "open_link"),
    ),
    PostingState.PROPOSED: (
        AttentionKind.PAYMENT_WAITS,
        "A payment waits for your approval",
        "Approve it to record it with the next sync, or dismiss it.",
        ("approve", "dismiss", "open_link"),
    ),
    PostingState.UNCERTAIN: (
        AttentionKind.PAYMENT_UNCERTAIN,
        "It is not certain whether a payment arrived",
        "Nothing to do: fbrecon looks again with every sync and never sends blindly.",
        ("sync_now", "open_link"),
    ),
    PostingState.REFUSED: (
        AttentionKind.PAYMENT_REFUSED,
        "FreshBooks refused a payment",
        "Put right what it names, then approve the payment to try once more.",
        ("approve", "dismiss", "open_link"),
    ),
    PostingState.DISCREPANCY: (
        AttentionKind.PAYMENT_DIFFERS,
        "A recorded payment is not as it was written",
        "Compare it in FreshBooks and put it right there.",
        ("open_link", "dismiss"),
    ),
}

_FORBIDDEN = (
    AttentionKind.ROLE_TOO_SMALL,
    "The role in FreshBooks may not record payments",
    "Ask the owner for a role that keeps the books, or sign in as one who has it. Then approve it.",
    ("connect_freshbooks", "approve", "dismiss", "open_link"),
)

_IN_THE_BOOKS = (
    WriteKind.LEDGER_ACCOUNT,
    WriteKind.PAYMENT_REMOVAL,
    WriteKind.EXPENSE_REMOVAL,
)


def find_findings(company: Company, not_proposed: Iterable[NotProposed]) -> list[Finding]:
    """Everything that needs a person now."""
    not_proposed = list(not_proposed)
    return [
        *_connections(company),
        *_set_up(company),
        *_asks_about_files(company, not_proposed),
        *_sending_waits(company),
        *_payments(company),
        *_held_writes(company),
        *payout_findings(company),
        *period_findings(company),
        *bank_findings(company),
        *_unplaced(not_proposed),
        *_words(company),
        *late_payments(company),
        *money_findings(company),
        *copy_findings(company),
        *find_no_longer_shown(company),
        *_odd_rows(company),
    ]


def _connections(company: Company) -> Iterator[Finding]:
    problem = company.stores.decisions.fact("freshbooks_problem")
    if problem:
        yield Finding(
            "freshbooks sign-in",
            AttentionKind.SIGN_IN_AGAIN,
            "Sign in to FreshBooks again",
            problem,
            "Nothing is lost: what waits is sent after the sign-in.",
            "FreshBooks",
            actions=("connect_freshbooks",),
        )
    problem = company.stores.decisions.fact("platform_problem")
    if problem:
        yield Finding(
            "platform key",
            AttentionKind.PLATFORM_KEY,
            "The platform key is no longer accepted",
            problem,
            "Make a new key in the platform's dashboard and enter it.",
            "Alternative Payments",
            actions=("connect_platform",),
        )


def _asks_about_files(company: Company, not_proposed: Iterable[NotProposed]) -> Iterator[Finding]:
    """Payments of files that fit nothing, or that nothing may be done about: one item for all."""
    waiting = [
        found.payment_id for found in not_proposed if found.in_file and not found.needs_person
    ]
    one = len(waiting) == 1
    count = len(waiting)
    if not waiting:
        return
    if company.rules().writes:
        yield Finding(
            f"files {len(waiting)} {sorted(waiting)[-1]}",
            AttentionKind.PAYMENT_HELD,
            "Payments from files have no invoice in FreshBooks",
            "1 payment from files is not in the books, and no invoice there has its number or sum."
            if one
            else f"{count:,} payments from files are not in the books, and no invoice there has "
            "their number or sum.",
            "Say which invoice each is for with “fbrecon approve pay_… --with inv_…”, record them "
            "in FreshBooks by hand, or dismiss this.",
            actions=("dismiss",),
        )
    elif company.stores.decisions.fact("platform_since") is None:
        yield Finding(
            "mode for files",
            AttentionKind.MODE_QUESTION,
            "Shall payments from files be recorded in FreshBooks?",
            "1 payment from files is not in the books, and fbrecon only reads. If it may write, it "
            "asks you about it; it is not recorded without your approval."
            if one
            else f"{count:,} payments from files are not in the books, and fbrecon only reads. If "
            "it may write, it asks you about each of them; none is recorded without your approval.",
            "Let it write if no other program records these payments in FreshBooks.",
            actions=("set_mode",),
        )


def _set_up(company: Company) -> Iterator[Finding]:
    both = company.identity_id is not None and company.stores.decisions.fact("platform_since")
    if both and not company.rules().writes:
        yield Finding(
            "mode",
            AttentionKind.MODE_QUESTION,
            "Is the platform's own FreshBooks link switched off?",
            "While it may be on, fbrecon only reads, since two programs that write cannot be kept "
            "from writing the same payment twice.",
            "Switch the link off in the platform's dashboard, then say so on Home.",
            actions=("set_mode",),
        )


def _sending_waits(company: Company) -> Iterator[Finding]:
    frozen = company.stores.epoch.find_frozen()
    if frozen is None or not company.rules().writes:
        return
    yield Finding(
        "sending waits",
        AttentionKind.SENDING_WAITS,
        "Sending waits until everything was read again",
        f"{frozen.why} What was recorded before is looked for first, so that nothing is recorded "
        "twice.",
        "Nothing to do: it goes on by itself, after a quarter of an hour at the earliest.",
        "FreshBooks",
        actions=("sync_now",),
    )


def _payments(company: Company) -> Iterator[Finding]:
    for intent in company.stores.outbox.list_intents([WriteKind.PAYMENT], _WAITING):
        kind, title, hint, actions = _WAITING[intent.state]
        if intent.hold == DOUBLED:
            continue  # an item of its own says how to settle that
        if intent.hold == DELETED_RECORD:
            actions = ("record_again", "dismiss", "open_link")
            hint = (
                "Have it recorded again if the customer's money is to count there, or dismiss it."
            )
        if intent.state is PostingState.DISCREPANCY and says_more(
            company.stores.platform.find_payment(PlatformPaymentId(intent.source_id))
        ):
            continue  # one item about it is enough
        if is_forbidden(company.stores.outbox, intent):
            kind, title, hint, actions = _FORBIDDEN
        yield Finding(
            f"intent {intent.key.text}",
            kind,
            title,
            f"{intent.subject}. {intent.reason}",
            hint,
            f"pay_{intent.source_id}",
            link_of(company, intent),
            actions,
        )


def _held_writes(company: Company) -> Iterator[Finding]:
    apart = (WriteKind.PAYMENT, WriteKind.JOURNAL_ENTRY, WriteKind.EXPENSE)
    others = [kind for kind in WriteKind if kind not in apart]
    states = (PostingState.HELD, PostingState.REFUSED, PostingState.DISCREPANCY)
    intents = company.stores.outbox.list_intents(others)
    tried_again = {i.key.leg for i in intents if i.key.generation > 1}
    for intent in intents:
        superseded = intent.key.generation == 1 and intent.key.leg in tried_again
        if intent.state not in states or superseded:
            continue
        if intent.state is PostingState.HELD and intent.hold == ARCHIVED:
            yield _archived_there(intent)
            continue
        differs = intent.state is PostingState.DISCREPANCY
        in_books = intent.kind in _IN_THE_BOOKS
        title = "Something could not be put on the platform"
        if differs and in_books:
            title = "Something on FreshBooks is not as it was written"
        elif differs:
            title = "Something on the platform is not as it was written"
        elif in_books:
            title = "Something could not be put on FreshBooks"
        yield Finding(
            f"intent {intent.key.text}",
            AttentionKind.WRITE_HELD,
            title,
            f"{intent.subject}. {intent.reason}",
            "Compare it there and put it right; it is not written again by itself."
            if differs
            else "Put right what it names, then approve it to try once more, or dismiss it.",
            f"act_{intent.row}",
            actions=("dismiss",) if differs else ("approve", "dismiss"),
        )


def _archived_there(intent: Intent) -> Finding:
    """Still owed, and nobody is asked for it any more."""
    return Finding(
        f"intent {intent.key.text}",
        AttentionKind.WRITE_HELD,
        "An open invoice was archived on the platform",
        f"{intent.subject}. {intent.reason}",
        "Approve it to put the invoice there again, or dismiss it if it is collected elsewhere.",
        f"act_{intent.row}",
        actions=("approve", "dismiss"),
    )


def _unplaced(not_proposed: Iterable[NotProposed]) -> Iterator[Finding]:
    for waiting in not_proposed:
        if not waiting.needs_person:
            continue
        of = f"The platform tells of payment {waiting.payment_id}."
        if waiting.in_file:
            of = f"A file tells of payment {waiting.payment_id}."
        yield Finding(
            f"payment {waiting.payment_id}",
            AttentionKind.PAYMENT_HELD,
            "A payment could not be placed",
            f"{waiting.reason} {of}",
            waiting.hint,
            f"pay_{waiting.payment_id}",
            actions=("dismiss",),
        )


def _words(company: Company) -> Iterator[Finding]:
    unknown: dict[str, int] = {}
    for payment in company.stores.platform.list_payments(from_files=True):
        if payment.state is PlatformState.UNKNOWN:
            unknown[payment.raw_state] = unknown.get(payment.raw_state, 0) + 1
    for word, count in sorted(unknown.items()):
        noun = "payment" if count == 1 else "payments"
        yield Finding(
            f"word {word}",
            AttentionKind.UNKNOWN_WORD,
            f"What does “{word}” mean?",
            f"The platform calls {count} {noun} “{word}”, a word that fbrecon does not know.",
            "Say whether that is collected, not yet, or failed; the answer is kept.",
            word,
            actions=("answer_word",),
        )


def _odd_rows(company: Company) -> Iterator[Finding]:
    for row in company.stores.journal.list_odd():
        yield Finding(
            f"row {row.resource} {row.id}",
            AttentionKind.ROW_SET_ASIDE,
            "A record could not be read",
            f"{row.resource.replace('_', ' ').capitalize()} {row.id}: {row.problem}",
            "It was left out; the others went in. Check the record where it was made.",
            row.id,
            actions=("dismiss",),
        )
