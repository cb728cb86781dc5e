"""Connecting the two services: keys, sign-in, the choice of a business, and letting go again.

Keys and tokens lie in the vault, named after the company. Before it is known whose company they
belong to, the registered app's keys and the sign-in wait under a name of their own, so that
choosing among several businesses asks for no second sign-in.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from fbrecon.app.company import NEW, Company, not_connected
from fbrecon.app.ports import Doors, FreshBooksDoor, Shelf
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.app.views import AppKeys, SignInResult
from fbrecon.clock import Clock
from fbrecon.domain.business import Business, Identity
from fbrecon.errors import (
    ChooseBusiness,
    FbreconError,
    NeedsPerson,
    Refused,
    SignInAgain,
    WrongUsage,
)

_APP = "freshbooks/app/"
_PENDING = "freshbooks/pending"
_KEY = "platform/key/"


class Connector:
    """Connects one company, or makes the company while connecting."""

    def __init__(
        self, shelf: Shelf, doors: Doors, clock: Clock, company: Company | None = None
    ) -> None:
        self._shelf = shelf
        self._doors = doors
        self._clock = clock
        self.company = company

    @property
    def _owner(self) -> str:
        return NEW if self.company is None else self.company.slug

    # ---- FreshBooks

    def app_keys(self) -> AppKeys | None:
        """The registered app's keys that would be used, without the secret."""
        kept = self._app(self._owner)
        return None if kept is None else AppKeys(kept["client_id"], kept["redirect_uri"])

    def save_app_keys(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        """Keep the registered app's keys. Raises `WrongUsage` where they cannot be right."""
        kept = {
            "client_id": client_id.strip(),
            "client_secret": client_secret.strip(),
            "redirect_uri": redirect_uri.strip(),
        }
        self._doors.freshbooks(**kept)  # refuses what is unsafe or incomplete
        self._shelf.secrets().put(_APP + self._owner, json.dumps(kept).encode())
        if self.company is not None:
            self.company.forget_services()

    def begin_sign_in(self) -> SignInAttempt:
        """A fresh attempt; raises `NeedsPerson` where the app's keys are missing."""
        return self._door().begin_sign_in()

    def finish_sign_in(
        self, attempt: SignInAttempt, url: str, business_id: str | None = None
    ) -> SignInResult:
        """Exchange the code, then use the company's business, the only one, or the chosen one."""
        expected = None if self.company is None else self.company.identity_id
        identity = self._door().finish(attempt, url, expected)
        self._shelf.secrets().put(_PENDING, identity.id.encode())
        return self._choose(identity, business_id)

    def choose_business(self, business_id: str) -> SignInResult:
        """Choose among the businesses of a kept sign-in; asks for no new one."""
        if self.company is None:
            return self._choose_among_kept(business_id)
        kept = self._shelf.secrets().find(_PENDING)
        identity_id = self.company.identity_id if kept is None else kept.decode()
        if identity_id is None:
            raise not_connected("FreshBooks")
        return self._choose(self._door().identity(identity_id), business_id)

    def _choose_among_kept(self, business_id: str) -> SignInResult:
        """Several people may have signed in: the one whose sign-in covers the business."""
        problem: FbreconError = not_connected("FreshBooks")
        for identity_id, keys in self._kept_sign_ins().items():
            try:
                identity = self._doors.freshbooks(**json.loads(keys)).identity(identity_id)
            except SignInAgain as error:
                problem = error
                continue
            if any(business.id == business_id for business in identity.usable):
                self._shelf.secrets().put(_APP + NEW, keys)
                return self._choose(identity, business_id)
            problem = _unusable(identity, business_id)
        raise problem

    def list_addable(self) -> list[Business]:
        """Usable businesses of the kept sign-ins that have no company file here, by name."""
        taken = {json.loads(fact)["id"] for _, fact in self._facts("business")}
        found: dict[str, Business] = {}
        for identity_id, keys in self._kept_sign_ins().items():
            try:
                identity = self._doors.freshbooks(**json.loads(keys)).identity(identity_id)
            except SignInAgain:
                continue  # that person has to sign in again before anything can be added
            found.update({b.id: b for b in identity.usable if b.id not in taken})
        return sorted(found.values(), key=lambda business: business.name.casefold())

    def _kept_sign_ins(self) -> dict[str, bytes]:
        """Who is signed in, with the app's keys they used: the newest first, then by company."""
        secrets = self._shelf.secrets()
        kept: dict[str, bytes] = {}
        pending = secrets.find(_PENDING)
        keys = secrets.find(_APP + NEW) or self._keys_of_any_company()
        if pending is not None and keys is not None:
            kept[pending.decode()] = keys
        for slug, identity_id in self._facts("identity_id"):
            keys = secrets.find(_APP + slug)
            if keys is not None:
                kept.setdefault(identity_id, keys)
        return kept

    def _choose(self, identity: Identity, business_id: str | None) -> SignInResult:
        usable = identity.usable
        if business_id is None and self.company is not None:
            business_id = self.company.business.id
        if business_id is not None:
            chosen = [business for business in usable if business.id == business_id]
            if not chosen:
                raise _unusable(identity, business_id)
        elif len(usable) == 1:
            chosen = [usable[0]]
        elif usable:
            return SignInResult(None, usable)
        else:
            raise _unusable(identity, None)
        self._adopt(chosen[0], identity.id)
        return SignInResult(chosen[0])

    def _adopt(self, business: Business, identity_id: str) -> None:
        secrets = self._shelf.secrets()
        if self.company is None:
            slug = self._find_company_of(business) or make_slug(
                business.name, self._shelf.list_slugs()
            )
            keys = secrets.find(_APP + NEW) or self._keys_of_any_company()
            if keys is not None:
                secrets.put(_APP + slug, keys)
            # Where its file was lost, connecting again fetches everything anew.
            self.company = Company(slug, self._shelf, self._doors, self._clock, anew=True)
        with self.company.deciding():
            self.company.adopt_business(business, identity_id)
        secrets.forget(_PENDING)
        secrets.forget(_APP + NEW)

    def _find_company_of(self, business: Business) -> str | None:
        for slug, known in self._facts("business"):
            if json.loads(known)["id"] == business.id:
                return slug
        return None

    def _facts(self, name: str) -> Iterator[tuple[str, str]]:
        """What the companies of these services know by that name, with their slugs.

        One that cannot be read does not stand in the way of the others; its newest copy speaks for
        it, so that its business is not taken for one that is not here.
        """
        for slug in self._shelf.list_slugs():
            facts = self._shelf.glance(slug).facts
            if name in facts and facts.get("freshbooks_api") == self._doors.freshbooks_api:
                yield slug, facts[name]

    def _door(self) -> FreshBooksDoor:
        kept = self._app(self._owner)
        if kept is None:
            raise NeedsPerson(
                "The FreshBooks app is not entered yet",
                "fbrecon signs in as an app that you registered with FreshBooks.",
                "Enter its client id, client secret and redirect address first.",
            )
        return self._doors.freshbooks(**kept)

    def _app(self, owner: str) -> dict[str, str] | None:
        kept = self._shelf.secrets().find(_APP + owner)
        if kept is None and owner == NEW:
            kept = self._keys_of_any_company()
        return None if kept is None else dict(json.loads(kept))

    def _keys_of_any_company(self) -> bytes | None:
        """A further company of the same firm uses the app that the firm registered."""
        secrets = self._shelf.secrets()
        names = [n for n in secrets.list_names(_APP) if n != _APP + NEW]
        return secrets.find(names[0]) if names else None

    # ---- the platform

    def connect_platform(self, client_id: str, client_secret: str, *, share: bool = False) -> None:
        """Check the key with the platform and keep it. Another company's key needs `share`."""
        if self.company is None:
            raise not_connected("FreshBooks")
        client_id, client_secret = client_id.strip(), client_secret.strip()
        if not client_id or not client_secret:
            raise WrongUsage(
                "The platform key is incomplete",
                "Its client id or its client secret is missing.",
                "Copy both from the platform's dashboard, under API keys.",
            )
        secrets = self._shelf.secrets()
        for name in secrets.list_names(_KEY):
            kept = secrets.find(name)
            same = kept is not None and json.loads(kept)["client_id"] == client_id
            if same and name != _KEY + self.company.slug and not share:
                raise Refused(
                    "Another company uses this key",
                    f"“{name.removeprefix(_KEY)}” is connected with the same platform key, so "
                    "both would collect and record the same payments.",
                    "Make a key for this company, or say that both share it (--share).",
                )
        platform = self._doors.platform(client_id, client_secret, {})
        platform.check_connection()
        kept_key = json.dumps({"client_id": client_id, "client_secret": client_secret})
        secrets.put(_KEY + self.company.slug, kept_key.encode())
        decisions = self.company.stores.decisions
        with self.company.deciding(), self.company.stores.write():
            decisions.keep_fact("platform_api", self._doors.platform_api)
            decisions.forget_fact("platform_problem")
            if decisions.fact("platform_since") is None:
                decisions.keep_fact("platform_since", self._clock.now().isoformat())
            self.company.tell_connection(
                "Alternative Payments", "Its key was entered.", "connected"
            )
        self.company.forget_services()

    # ---- letting go

    def disconnect(self, service: str) -> None:
        """Revoke where the service can, then forget the secrets; the company file stays."""
        if self.company is None:
            raise not_connected("FreshBooks" if service == "freshbooks" else "the platform")
        with self.company.deciding():
            self._disconnect(self.company, service)
        self.company.forget_services()

    def _disconnect(self, company: Company, service: str) -> None:
        decisions = company.stores.decisions
        secrets = self._shelf.secrets()
        if service == "freshbooks":
            identity_id = company.identity_id
            if identity_id is not None and not self._shared(identity_id):
                company.freshbooks().revoke(identity_id)
            secrets.forget(_APP + company.slug)
            with company.stores.write():
                decisions.forget_fact("identity_id")
                decisions.forget_fact("freshbooks_problem")
                company.tell_connection("FreshBooks", "A person disconnected it.", "disconnected")
        else:
            secrets.forget(_KEY + company.slug)
            with company.stores.write():
                decisions.forget_fact("platform_since")
                decisions.forget_fact("platform_problem")
                company.tell_connection(
                    "Alternative Payments", "A person disconnected it.", "disconnected"
                )

    def _shared(self, identity_id: str) -> bool:
        """Whether another company is kept with the same sign-in, which must then live on."""
        assert self.company is not None
        for slug in self._shelf.list_slugs():
            if slug == self.company.slug:
                continue
            seen = self._shelf.glance(slug)
            if not seen.file.can_be_opened:
                return True  # it may be: a sign-in that lives on harms nobody
            if seen.facts.get("identity_id") == identity_id:
                return True
        return False


def forget_keys(shelf: Shelf, slug: str) -> None:
    """Forget the keys of a company whose file cannot be read; whose sign-in it was is not known."""
    shelf.secrets().forget(_APP + slug)
    shelf.secrets().forget(_KEY + slug)


def make_slug(name: str, taken: Iterable[str]) -> str:
    """A folder name from a business name: made once, then it stays. `Café & Co` → `cafe-co`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "company"
    taken = set(taken)
    slug, number = stem, 2
    while slug in taken:
        slug, number = f"{stem}-{number}", number + 1
    return slug


def _unusable(identity: Identity, business_id: str | None) -> ChooseBusiness:
    named = [b for b in identity.businesses if b.id == business_id]
    if named and not named[0].account_id:
        why = f"{named[0].name} has no accounting in FreshBooks."
    elif named:
        why = f"Your role at {named[0].name} is {named[0].role}, which may not keep its books."
    elif business_id is not None:
        why = f"The sign-in of {identity.email} does not cover business {business_id}."
    else:
        why = f"The sign-in of {identity.email} covers no business whose books it may keep."
    return ChooseBusiness(
        "That business cannot be used", why, "Sign in as its owner, partner or accountant."
    )
