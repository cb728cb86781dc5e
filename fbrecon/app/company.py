"""One company while the program runs: its file, its services, its rules.

Services are opened when first asked for and kept, so that connections and tokens are reused. What
a process finds in a company file must belong to the base URLs of that process.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from fbrecon.app.kept import Kept
from fbrecon.app.ports import CompanyStores, Doors, FreshBooksDoor, Shelf
from fbrecon.app.settings import get_setting
from fbrecon.app.views import AppKeys, Mode
from fbrecon.app.witness import Witness
from fbrecon.clock import Clock, day_in
from fbrecon.domain.activity import Actor, Deed, DeedKind, Who
from fbrecon.domain.basis import Basis
from fbrecon.domain.business import Business
from fbrecon.domain.clearing import ClearingProof
from fbrecon.domain.pausing import Pause, read_pause
from fbrecon.domain.rules import WritingRules
from fbrecon.errors import FileError, NeedsPerson, SignInFailed, Unreachable
from fbrecon.platforms.port import Platform
from fbrecon.sync.ports import Books
from fbrecon.sync.settling import SettleRules

if TYPE_CHECKING:
    from fbrecon.app.reconcile import BankRecords, BankView

_WAIT_FOR_A_SYNC_SECONDS = 60.0
NEW = "_new"  # where an app's keys lie until it is known whose company they belong to


class Company:
    """Everything that belongs to one company file."""

    def __init__(
        self, slug: str, shelf: Shelf, doors: Doors, clock: Clock, *, anew: bool = False
    ) -> None:
        """Opens the file; one that was lost is made again only `anew`. Raises `FileError`."""
        self.slug = slug
        self.shelf = shelf
        self.doors = doors
        self.clock = clock
        self.stores: CompanyStores = shelf.open(slug, anew=anew)
        self.witness = Witness(shelf, slug)
        self.proofs: Kept[list[ClearingProof]] = Kept(self.stores, Basis.FUNDS)
        self.bank_records: Kept[BankRecords] = Kept(self.stores, Basis.BANK)
        self.bank_view: Kept[BankView] = Kept(self.stores, Basis.BANK, Basis.BANK_SAID)
        self._lock = threading.RLock()
        self._books: Books | None = None
        self._platform: Platform | None = None
        self._check_home()

    @contextmanager
    def deciding(self) -> Iterator[None]:
        """What is done in the block, the person at this computer decided."""
        with (
            self.witness.watching(self.stores),
            self.stores.activity.acting(Actor(Who.PERSON)),
        ):
            yield

    @contextmanager
    def only_writer(self, why: str) -> Iterator[None]:
        """Hold the sync lease: a sync would take what is being sent for a crash's leftover.

        Raises `Unreachable`, with `why`, where a sync goes on for more than a minute.
        """
        lease = self.shelf.lease(self.slug)
        if not lease.try_take(_WAIT_FOR_A_SYNC_SECONDS):
            raise Unreachable(
                "A sync is running",
                f"{why} A sync is still writing.",
                "Nothing was changed. Wait until it has finished, then try again.",
            )
        try:
            yield
        finally:
            lease.give_back()

    # ---- whose it is

    @property
    def business(self) -> Business:
        """The business whose books these are."""
        text = self.stores.decisions.fact("business")
        if text is None:
            raise empty_file(self.slug)
        return Business(**json.loads(text))

    def adopt_business(self, business: Business, identity_id: str) -> None:
        """Make this the company file of that business.

        Raises `FileError` where it is another's, `SignInFailed` where another person keeps it.
        """
        decisions = self.stores.decisions
        known = decisions.fact("business")
        if known is not None and json.loads(known)["id"] != business.id:
            raise FileError(
                "This company belongs to another business",
                f"“{self.slug}” holds {json.loads(known)['name']}, not {business.name}.",
                "Add the other business as a company of its own.",
            )
        if self.identity_id not in (None, identity_id):
            raise SignInFailed(
                "That is another FreshBooks person",
                f"{business.name} is kept here with another person's sign-in. Nothing was changed.",
                "Sign in as the same person as before, or disconnect the company from FreshBooks "
                "first.",
            )
        with self.stores.write():
            decisions.keep_fact("business", json.dumps(asdict(business)))
            decisions.keep_fact("identity_id", identity_id)
            decisions.keep_fact("freshbooks_api", self.doors.freshbooks_api)
            decisions.keep_fact("freshbooks_auth", self.doors.freshbooks_auth)
            decisions.forget_fact("freshbooks_problem")
            if decisions.fact("freshbooks_since") is None:
                decisions.keep_fact("freshbooks_since", self.clock.now().isoformat())
            self.tell_connection("FreshBooks", f"Signed in for {business.name}.", "connected")
        self.forget_services()

    def tell_connection(self, service: str, why: str, after: str) -> None:
        """Tell the activity log what became of a connection."""
        self.stores.activity.append(Deed(DeedKind.CONNECTION, service, why, after=after))

    def _check_home(self) -> None:
        """A company file remembers where its services are and refuses any other place."""
        error = find_other_place(self.slug, self.stores.decisions.fact, self.doors)
        if error is not None:
            raise error

    # ---- services

    @property
    def identity_id(self) -> str | None:
        """Whose FreshBooks sign-in this company uses; None while it is not connected."""
        return self.stores.decisions.fact("identity_id")

    def app_keys(self) -> AppKeys | None:
        """The registered FreshBooks app, without its secret."""
        kept = self._secret("freshbooks/app")
        return None if kept is None else AppKeys(kept["client_id"], kept["redirect_uri"])

    def freshbooks(self) -> FreshBooksDoor:
        """FreshBooks through this company's registered app; raises `NeedsPerson` without one."""
        kept = self._secret("freshbooks/app")
        if kept is None:
            raise not_connected("FreshBooks")
        return self.doors.freshbooks(**kept)

    def find_books(self) -> Books | None:
        """The books, None while FreshBooks is not connected."""
        with self._lock:
            if self._books is None and self.identity_id is not None:
                self._books = self.freshbooks().books(self.business, self.identity_id)
            return self._books

    def find_platform(self) -> Platform | None:
        """The platform, None while it is not connected."""
        with self._lock:
            if self._platform is None and self.stores.decisions.fact("platform_since"):
                kept = self._secret("platform/key")
                if kept is not None:
                    words = _Words(self.stores)
                    self._platform = self.doors.platform(**kept, words=words)
            return self._platform

    def forget_services(self) -> None:
        """Open services anew when next asked for, after keys changed."""
        with self._lock:
            self._books = self._platform = None

    def _secret(self, name: str) -> dict[str, str] | None:
        kept = self.shelf.secrets().find(f"{name}/{self.slug}")
        return None if kept is None else dict(json.loads(kept))

    # ---- rules

    def setting(self, name: str) -> str:
        """A setting's value, its default where it was never changed."""
        kept = self.stores.decisions.settings().get(name)
        return self.default_of(name) if kept is None else kept

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting that was checked, and tell the activity log."""
        with self.stores.write():
            before = self.setting(name)
            self.stores.decisions.keep_setting(name, value)
            words = name.replace("_", " ").capitalize()
            deed = Deed(DeedKind.SETTING, words, "A person set it.", name, before, value)
            self.stores.activity.append(deed)

    def default_of(self, name: str) -> str:
        """What a setting is where it was never changed."""
        if name == "post_since":
            return self.connected_on().isoformat()
        return get_setting(name).default

    def connected_on(self) -> date:
        """The day of the later connection, in the business's zone; today before one is made."""
        facts = [self.stores.decisions.fact(n) for n in ("freshbooks_since", "platform_since")]
        times = [datetime.fromisoformat(fact) for fact in facts if fact is not None]
        moment = max(times) if times else self.clock.now()
        return day_in(moment, self.business.timezone)

    def rules(self) -> WritingRules:
        """What may be written, as it is set now."""
        return WritingRules(
            account=self.business.account_id,
            platform=self.doors.platform_name(),
            writes=self.setting("mode") == Mode.WRITE.value,
            auto_post=self.setting("auto_post") == "certain",
            post_since=date.fromisoformat(self.setting("post_since")),
            timezone=self.business.timezone,
        )

    def settle_rules(self) -> SettleRules:
        """How long an uncertain write may still arrive."""
        return SettleRules(float(self.setting("settle_after")))

    def every(self, name: str) -> timedelta:
        """How often a scheduled job runs: invoices or payments."""
        return timedelta(minutes=int(self.setting(f"{name}_every")))

    def find_pause(self) -> Pause | None:
        """The pause of syncing that lasts now; None while the timetable goes on."""
        pause = read_pause(self.setting("paused_until"))
        return pause if pause is not None and pause.lasts(self.clock.now()) else None

    def close(self) -> None:
        """Close the calling thread's connection to the file."""
        self.stores.close()

    def close_everywhere(self) -> None:
        """Close the file for good; raises `FileError` while something is read from it."""
        self.stores.close_everywhere()


class _Words(Mapping[str, str]):
    """The person's answers about the platform's words, looked up anew each time."""

    def __init__(self, stores: CompanyStores) -> None:
        self._stores = stores

    def __getitem__(self, word: str) -> str:
        return self._stores.decisions.words()[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stores.decisions.words())

    def __len__(self) -> int:
        return len(self._stores.decisions.words())


def find_other_place(
    slug: str, fact: Callable[[str], str | None], doors: Doors
) -> FileError | None:
    """What is wrong where a company's services are not those of this program; None where they are.

    `fact` tells a fact of the company file.
    """
    wanted = {
        "freshbooks_api": doors.freshbooks_api,
        "freshbooks_auth": doors.freshbooks_auth,
        "platform_api": doors.platform_api,
    }
    for name, now in wanted.items():
        before = fact(name)
        if before is not None and before != now:
            return FileError(
                "This company belongs to another service",
                f"“{slug}” was connected to {before}; this program is set to {now}.",
                "Start fbrecon with the same settings as before, or use another company.",
            )
    return None


def empty_file(slug: str) -> FileError:
    """A file that no business was ever connected to."""
    return FileError(
        "This company file is empty",
        f"“{slug}” was never connected to a business.",
        "Remove it, then connect to FreshBooks again.",
    )


def not_connected(service: str) -> NeedsPerson:
    """The error of a thing that needs a connection first."""
    if service == "FreshBooks":
        return NeedsPerson(
            "FreshBooks is not connected",
            "This company has no connection to FreshBooks yet.",
            "Connect FreshBooks first.",
        )
    return NeedsPerson(
        "The platform is not connected",
        "This company has no connection to the platform yet.",
        "Connect the platform first.",
    )
