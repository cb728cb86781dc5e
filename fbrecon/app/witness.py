"""What is known of a company's activity log outside its file: the key that seals it, and its end.

Both lie in the vault. A log that ends before the end that was seen is either an older copy of the
file, which agrees with itself, or was cut. Where the vault is new, or kept for one session only,
nothing is claimed about what it cannot know.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from fbrecon.app.ports import Shelf
from fbrecon.clock import rfc3339
from fbrecon.domain.activity import ChainCheck, Deed, DeedKind, Flaw, Head, SealKey
from fbrecon.errors import FbreconError, SecretsError
from fbrecon.secret_store import SecretStore
from fbrecon.sync.stores import Stores

KEY, SEEN = "activity/key/", "activity/seen/"
_FLAWS = {
    Flaw.MISSING: "Entry {n} of the activity log is missing.",
    Flaw.CHANGED: "Entry {n} of the activity log was changed, or one before it was taken out.",
    Flaw.FORGED: "Entry {n} of the activity log was not written by this program.",
}


def find_key(vault: SecretStore, slug: str) -> SealKey:
    """The key of that company's log, made when it is first asked for. Raises `SecretsError`."""
    kept = vault.find(KEY + slug)
    if kept is None:
        with vault.locked(KEY + slug):
            kept = vault.find(KEY + slug)
            if kept is None:
                kept = secrets.token_bytes(32)
                vault.put(KEY + slug, kept)
    return SealKey(kept)


def forget(vault: SecretStore, slug: str) -> None:
    """Forget what is known of a company's log, for a company that is removed."""
    vault.forget(KEY + slug)
    vault.forget(SEEN + slug)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the log found; `flaw` is "" where nothing is wrong."""

    flaw: str
    detail: str


class Witness:
    """Watches over the log of one company. A vault that cannot be opened sees nothing."""

    def __init__(self, shelf: Shelf, slug: str) -> None:
        self._shelf = shelf
        self._slug = slug

    @contextmanager
    def watching(self, stores: Stores) -> Iterator[None]:
        """Look at the log before something is written to it, and remember its end afterwards."""
        trusted = self.look(stores)
        try:
            yield
        finally:
            if trusted:
                self._remember(stores)

    def look(self, stores: Stores) -> bool:
        """Whether the log goes on from where it was last seen.

        An older copy of the file, and one that was made anew, are told in the log itself. What
        was cut or changed is left for `check` to find, and the end that was seen is kept.
        """
        seen = self._seen()
        if seen is None:
            return True
        head = stores.activity.find_head()
        if head is None or head.first != seen.first:
            deed = _note(
                "It is not the log that was seen before: the company file was made anew. "
                f"The former log ended {_when(seen.at)} with entry {seen.number}."
            )
        elif head.number < seen.number:
            if stores.activity.find_disagreement():
                return False
            missing = seen.number - head.number
            deed = _note(
                f"The company file is an older copy, from {_when(head.at)}: {missing} later "
                f"entries, up to {_when(seen.at)}, are not in it."
            )
        else:
            entry = stores.activity.find_entry(seen.number)
            return entry is not None and entry.link == seen.link
        stores.activity.append(deed)
        return True

    def check(self, stores: Stores) -> Verdict:
        """Read the whole log and compare it with itself, with the file and with what was seen."""
        try:
            vault: SecretStore | None = self._shelf.secrets()
        except SecretsError:
            vault = None
        key = None if vault is None else vault.find(KEY + self._slug)
        check = ChainCheck(None if key is None else SealKey(key))
        for entry in stores.activity.iter_entries():
            check.take(entry)
        flaw = ""
        if check.flaw is not None:
            kind, number = check.flaw
            flaw = _FLAWS[kind].format(n=number)
        flaw = flaw or self._compare(stores) or _told(stores.activity.find_disagreement())
        return Verdict(flaw, _in_words(check, vault is not None))

    def _compare(self, stores: Stores) -> str:
        """What the end that was seen says; an older copy is told, and not called wrong."""
        seen, head = self._seen(), stores.activity.find_head()
        if seen is None or head is None or head.first != seen.first:
            return ""
        if head.number < seen.number:
            if stores.activity.find_disagreement():
                return f"Entries {head.number + 1} to {seen.number} were cut off the activity log."
            return ""
        entry = stores.activity.find_entry(seen.number)
        if entry is None or entry.link != seen.link:
            return f"Entry {seen.number} of the activity log is not the one that was seen before."
        return ""

    # ---- what was seen

    def _seen(self) -> Head | None:
        try:
            kept = self._shelf.secrets().find(SEEN + self._slug)
        except SecretsError:
            return None
        if kept is None:
            return None
        told = json.loads(kept)
        return Head(
            bytes.fromhex(told["first"]),
            int(told["number"]),
            bytes.fromhex(told["link"]),
            datetime.fromisoformat(told["at"]),
        )

    def _remember(self, stores: Stores) -> None:
        try:
            head, seen = stores.activity.find_head(), self._seen()
            if head is None or head == seen:
                return
            told = {
                "first": head.first.hex(),
                "number": head.number,
                "link": head.link.hex(),
                "at": head.at.isoformat(),
            }
            self._shelf.secrets().put(SEEN + self._slug, json.dumps(told).encode())
        except FbreconError:
            return  # the end is seen the next time; what was done is done


def _note(why: str) -> Deed:
    return Deed(DeedKind.LOG, "Activity log", why)


def _when(at: datetime) -> str:
    return rfc3339(at)


def _told(disagreement: str) -> str:
    return f"The activity log and the file disagree: {disagreement}." if disagreement else ""


def _in_words(check: ChainCheck, has_vault: bool) -> str:  # noqa: FBT001 - a state, passed on
    """What the check could show, and what it could not."""
    if not check.count:
        return "nothing was done yet"
    told = [f"{check.count:,} entries in one chain"]
    sealed = check.count - check.unsealed - check.foreign
    if not has_vault:
        return f"{told[0]}; the vault is closed, so their seals were not checked"
    if sealed == check.count:
        told.append("all sealed by this program")
    elif sealed:
        told.append(f"{sealed:,} sealed by this program")
    if check.foreign:
        told.append(
            f"{check.foreign:,} sealed with a key that this vault does not have (another session "
            "or a former vault), so only their order was checked"
        )
    if check.unsealed:
        told.append(f"{check.unsealed:,} written while the vault was closed, without a seal")
    return "; ".join(told)
