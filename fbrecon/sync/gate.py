"""Keeps a run to what a preview showed: nothing else is sent, and nothing on other facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from fbrecon.domain.documents import Invoice
from fbrecon.domain.ids import InvoiceId
from fbrecon.domain.intents import Intent
from fbrecon.domain.posting import PostingState, WriteKind, WriteOutcome
from fbrecon.sync.progress import CancelToken
from fbrecon.sync.rehearsal import Send
from fbrecon.sync.stores import Stores
from fbrecon.sync.writers import Confirmation, Look, Sight, Writer


class Gate:
    """What may be sent, by the key of its intent. Shut until it is opened."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._allowed: Mapping[str, Send] = {}
        self.is_open = False
        self.kept_back: list[Intent] = []

    def open(self, sends: Mapping[str, Send]) -> None:
        """Let these through."""
        self._allowed = sends
        self.is_open = True

    def guard(self, kind: WriteKind, writer: Writer) -> Writer:
        """The writer, with the gate before it."""
        del kind
        return _Guarded(writer, self)

    def judge(self, intent: Intent, look: Look) -> Look:
        """A look that found the way clear, or a reason to leave the intent for a later run."""
        send = self._allowed.get(intent.key.text)
        reason = "It was not in the preview." if send is None else ""
        # What the rehearsal made itself had another id there, and so another body.
        if send is not None and intent.target == send.intent.target:
            reason = "" if intent.body == send.intent.body else "The preview showed it otherwise."
        if send is not None and not reason and intent.kind is WriteKind.PAYMENT:
            now = self._stores.books.find_invoice(InvoiceId(int(intent.key.leg)))
            reason = _changed(send.before, now)
        if not reason:
            return look
        self.kept_back.append(intent)
        return Look(Sight.LATER, reason)


def _changed(before: Invoice | None, now: Invoice | None) -> str:
    if before is None or now is None:
        return "The invoice is not there any more." if before is not now else ""
    if (before.outstanding, before.status) == (now.outstanding, now.status):
        return ""
    return f"Since the preview the invoice has {now.outstanding} outstanding ({now.status.value})."


class _Guarded:
    def __init__(self, writer: Writer, gate: Gate) -> None:
        self._writer = writer
        self._gate = gate

    def look(self, intent: Intent, cancel: CancelToken) -> Look:
        """What the writer sees; what is uncertain is settled as in every run."""
        look = self._writer.look(intent, cancel)
        if intent.state is PostingState.UNCERTAIN or look.sight is not Sight.CLEAR:
            return look
        return self._gate.judge(intent, look)

    def send(self, intent: Intent) -> WriteOutcome:
        """Send it once."""
        return self._writer.send(intent)

    def confirm(self, intent: Intent, cancel: CancelToken) -> Confirmation:
        """Read it back."""
        return self._writer.confirm(intent, cancel)

    def service_time(self) -> datetime | None:
        """The service's time by its last answer."""
        return self._writer.service_time()
