"""Whether anything may be sent from this company file, or everything is to be read again first.

A company file that was restored, copied or made anew does not know what was sent after it. So each
file has a name of its own and counts the sends that it began, and name and count are kept outside
it as well, before the first byte of each send leaves. Where the two disagree, sending waits: until
everything was read again, and until the settling delay has passed since it was noticed, when
nothing that somebody sent before can still arrive unseen. The markers in the books then bring back
what was done.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from fbrecon.domain.posting import WriteKind
from fbrecon.domain.sends import Frozen, Sends
from fbrecon.domain.waiting import TimeMark, time_passed, was_set_back
from fbrecon.sync.settling import SettleRules
from fbrecon.sync.stores import Stores

# FreshBooks itself takes no second account of the same name, so making one need not wait.
NEVER_WAITS = frozenset({WriteKind.LEDGER_ACCOUNT})


class SendCounts(Protocol):
    """What is kept outside the company files, by company. Durable when `keep` returns."""

    def find(self, company: str) -> Sends | None:
        """What was kept last."""
        ...

    def keep(self, company: str, sends: Sends) -> None:
        """Keep it in place of what was there; raises `FileError`."""
        ...


class Watch(Protocol):
    """What the poster asks before it sends."""

    def lets_through(self, kind: WriteKind) -> bool:
        """Whether writes of that kind may be sent now."""
        ...

    def count_send(self) -> None:
        """A send is durable in the file, and its first byte has not left."""
        ...


class NoWatch:
    """For a store that cannot be copied: one in memory."""

    def lets_through(self, kind: WriteKind) -> bool:
        """Always."""
        del kind
        return True

    def count_send(self) -> None:
        """Nobody asks."""


class SendWatch:
    """Watches over one company file."""

    def __init__(
        self, stores: Stores, counts: SendCounts, company: str, rules: SettleRules
    ) -> None:
        self._stores = stores
        self._counts = counts
        self._company = company
        self._rules = rules

    # ---- what the poster asks

    def lets_through(self, kind: WriteKind) -> bool:
        """Not while sending waits."""
        return kind in NEVER_WAITS or self.find_frozen() is None

    def count_send(self) -> None:
        """Keep outside the file that it has begun one more."""
        self._counts.keep(self._company, self._stores.epoch.sends())

    def find_frozen(self) -> Frozen | None:
        """Why sending waits, None where it does not."""
        return self._stores.epoch.find_frozen()

    # ---- what a sync does about it

    def look(self, now: TimeMark) -> bool:
        """Compare the file with what is kept outside; True where sending waits from now on."""
        here, kept = self._stores.epoch.sends(), self._counts.find(self._company)
        if kept is None and not here.count and self.find_frozen() is None:
            # Nothing was sent from it: whether others sent something is for the books to tell. It
            # may be a copy of a file that goes on elsewhere, so it has a name of its own from here.
            with self._stores.write():
                self._stores.epoch.rename()
                self._stores.epoch.freeze(Frozen(_NEW, None))
            self._counts.keep(self._company, self._stores.epoch.sends())
            return False
        why = _find_doubt(here, kept)
        if not why:
            if here != kept:
                # What a crash left one behind: several of them must not add up to a doubt.
                self._counts.keep(self._company, here)
            return False
        with self._stores.write():
            # From here on it is another file than the one it was copied from.
            self._stores.epoch.rename()
            self._stores.epoch.freeze(Frozen(why, now))
        self._counts.keep(self._company, self._stores.epoch.sends())
        return True

    def judge_new(self, now: TimeMark) -> bool:
        """A new file, once the books' payments were read; True where sending waits from now on."""
        frozen = self.find_frozen()
        if frozen is None or frozen.since is not None:
            return False
        if not self._stores.books.has_marked_payments():
            self._stores.epoch.thaw()
            return False
        self._stores.epoch.freeze(Frozen(_NEW_HERE, now))
        return True

    def thaw(self, now: TimeMark) -> bool:
        """Everything was read again: True if sending goes on, False while it waits for time."""
        frozen = self.find_frozen()
        if frozen is None:
            return True
        since = frozen.since
        if since is None:
            return False
        if was_set_back(since, now):
            self._stores.epoch.freeze(replace(frozen, since=now))
            return False
        if since.service is None and now.service is not None:
            self._stores.epoch.freeze(replace(frozen, since=replace(since, service=now.service)))
            return False
        passed = time_passed(since, now)
        if passed is None or passed < self._rules.wait:
            return False
        self._stores.epoch.thaw()
        return True


def _find_doubt(here: Sends, kept: Sends | None) -> str:
    """Why the file may not know all that was sent; "" where it does."""
    if kept is None:
        return _COPIED if here.count else ""
    if kept.file_id != here.file_id:
        return _ANOTHER
    if here.count < kept.count:
        return _OLDER
    # One that begins is counted outside right after, and ends as the next entry.
    if here.count > kept.count + 2:
        return _COPIED
    return ""


_NEW = "The books were not read yet."
_NEW_HERE = "This company file is new, and FreshBooks has payments that fbrecon recorded before."
_COPIED = "This company file comes from another computer or folder."
_ANOTHER = "This company file was made anew or exchanged for another one."
_OLDER = "This company file is an older copy: more was sent since."
