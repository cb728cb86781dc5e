"""The one place that wires settings, stores and services together."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from platform import python_version
from typing import cast

from fbrecon import __version__
from fbrecon.app.company_desk import CompanyDesk
from fbrecon.app.desks import Desks
from fbrecon.app.ports import FreshBooksDoor, SyncsElsewhere
from fbrecon.app.program_facts import ProgramFacts
from fbrecon.app.sign_in import SignInAttempt
from fbrecon.clock import Clock, SystemClock, ToldClock
from fbrecon.domain.business import Business, Identity
from fbrecon.errors import SecretsError, WrongUsage
from fbrecon.file_readers import FileReaders
from fbrecon.freshbooks.registration import REAL_API, REAL_AUTH, Endpoints, RegisteredApp
from fbrecon.freshbooks.service import FreshBooksService
from fbrecon.freshbooks.sign_in import SCOPES, FreshBooksSignIn
from fbrecon.http_rules import require_safe_base_url
from fbrecon.log import start_logging
from fbrecon.paths import default_home, make_private
from fbrecon.platforms.alternative_payments.api import AlternativePayments
from fbrecon.platforms.port import Platform
from fbrecon.reports.pages import Pages
from fbrecon.secret_store import SecretStore
from fbrecon.shelf import BackedUpStores as BackedUpStores
from fbrecon.shelf import FolderShelf as FolderShelf
from fbrecon.store.database import SQLITE
from fbrecon.sync.ports import Books
from fbrecon.sync.preflights import in_threads
from fbrecon.sync.progress import CancelToken
from fbrecon.window_parts import find_window

_TRIES_TO_SAVE = 30
REAL_PLATFORM = "https://public-api.alternativepayments.io"
SECRET_VARIABLES = (
    "FBRECON_FRESHBOOKS_CLIENT_ID",
    "FBRECON_FRESHBOOKS_CLIENT_SECRET",
    "FBRECON_FRESHBOOKS_REDIRECT_URI",
    "FBRECON_PLATFORM_CLIENT_ID",
    "FBRECON_PLATFORM_CLIENT_SECRET",
    "FBRECON_PASSPHRASE",
)
# What could weaken TLS, log its keys or choose another keyring behind the person's back.
DANGEROUS_VARIABLES = (
    "SSLKEYLOGFILE",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "OAUTHLIB_INSECURE_TRANSPORT",
    "OAUTHLIB_RELAX_TOKEN_SCOPE",
    "PYTHON_KEYRING_BACKEND",
)


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment says; its secrets are taken out of it when it is read."""

    home: Path
    freshbooks_api: str = REAL_API
    freshbooks_auth: str = REAL_AUTH
    platform_api: str = REAL_PLATFORM
    secrets: str = "keyring"
    test_clock: str = ""
    allow_unsandboxed_sign_in: bool = False
    keys: Mapping[str, str] | None = None

    @classmethod
    def take(cls, environ: MutableMapping[str, str], home: Path | None = None) -> Environment:
        """Read the variables and remove client ids, secrets and passphrase."""
        keys = {name: environ.pop(name) for name in SECRET_VARIABLES if environ.get(name)}
        for name in DANGEROUS_VARIABLES:
            environ.pop(name, None)
        named = environ.get("FBRECON_HOME")
        return cls(
            home=home or (Path(named) if named else default_home()),
            freshbooks_api=_base(environ, "FBRECON_FRESHBOOKS_API", REAL_API),
            freshbooks_auth=_base(environ, "FBRECON_FRESHBOOKS_AUTH", REAL_AUTH),
            platform_api=_base(environ, "FBRECON_PLATFORM_API", REAL_PLATFORM),
            secrets=environ.get("FBRECON_SECRETS", "keyring"),
            test_clock=environ.get("FBRECON_TEST_CLOCK", ""),
            allow_unsandboxed_sign_in=environ.get("FBRECON_ALLOW_UNSANDBOXED_SIGN_IN") == "1",
            keys=keys,
        )

    @property
    def named_home(self) -> Path | None:
        """The home where it is not the usual one."""
        return None if self.home == default_home() else self.home.absolute()

    def key(self, name: str) -> str:
        """One of the secrets that were taken out; "" if it was not set."""
        return (self.keys or {}).get(name, "")


class Program:
    """Everything of one user: the shelf of company files, the vault and the doors."""

    def __init__(self, environment: Environment, vault: SecretStore | None = None) -> None:
        """With a `vault` that is open elsewhere, none is opened here."""
        self.environment = environment
        self.home = make_private(environment.home)
        start_logging(self.home)
        url = environment.test_clock
        self.clock: Clock = ToldClock(url) if url else SystemClock()
        self.shelf = FolderShelf(self.home, self.clock, environment, vault)
        self.doors = OutsideDoors(environment, self.shelf, self.clock)
        self.desks = Desks(self.shelf, self._make_desk)
        self.syncs_elsewhere: SyncsElsewhere | None = None

    def facts(self) -> ProgramFacts:
        """Where its files lie, and its versions."""
        versions = (("fbrecon", __version__), ("Python", python_version()), ("SQLite", SQLITE))
        return ProgramFacts(self.home, versions)

    def desk(self, slug: str | None) -> CompanyDesk:
        """The one desk of a company, or one that will connect the first or a further one."""
        return self.desks.open(slug)

    def close(self, waiting: CancelToken | None = None) -> None:
        """Before the program ends: a renewed sign-in that lives in memory only must be written.

        Tries for half a minute. Raises `SecretsError` where it would be lost.
        """
        waiting = waiting or CancelToken()
        for _ in range(_TRIES_TO_SAVE):
            if self.doors.save_unsaved():
                return
            waiting.wait(1.0)
        raise SecretsError(
            "A renewed sign-in to FreshBooks could not be written",
            "The vault did not take it, and FreshBooks gives it only once.",
            "Free some disk space, then sign in to FreshBooks again; nothing else is lost.",
        )

    def _make_desk(self, slug: str | None) -> CompanyDesk:
        return CompanyDesk(
            self.shelf,
            self.doors,
            self.clock,
            slug,
            desks=self.desks,
            readers=in_threads,
            elsewhere=lambda: self.syncs_elsewhere,
        )

    def choose_slug(self, slug: str | None) -> str | None:
        """The named company or the only one; None if there is none. Raises `WrongUsage`."""
        known = self.shelf.list_slugs()
        if slug is not None and slug not in known:
            raise WrongUsage(
                "There is no such company",
                f"“{slug}” is not among {', '.join(known) or 'the companies (there are none)'}.",
                "Check “fbrecon companies”.",
            )
        if slug is None and len(known) > 1:
            raise WrongUsage(
                "There are several companies",
                f"They are {', '.join(known)}.",
                "Say which one with --company.",
            )
        return slug or (known[0] if known else None)


class OutsideDoors:
    """The real services at the base URLs of this process."""

    def __init__(self, environment: Environment, shelf: FolderShelf, clock: Clock) -> None:
        self.freshbooks_api = environment.freshbooks_api
        self.freshbooks_auth = environment.freshbooks_auth
        self.platform_api = environment.platform_api
        self._shelf = shelf
        self._clock = clock
        self._lock = threading.Lock()
        self._services: dict[RegisteredApp, FreshBooksService] = {}
        self.files = FileReaders()
        self.freshbooks_scopes: tuple[str, ...] = SCOPES

    def freshbooks(self, client_id: str, client_secret: str, redirect_uri: str) -> FreshBooksDoor:
        """FreshBooks with that registered app: one service, so that a sign-in has one keeper."""
        app = RegisteredApp(client_id, client_secret, redirect_uri)
        with self._lock:
            service = self._services.get(app)
            if service is None:
                endpoints = Endpoints(self.freshbooks_api, self.freshbooks_auth)
                service = FreshBooksService(endpoints, app, self._shelf.secrets(), self._clock)
                self._services[app] = service
        return _Door(service)

    def save_unsaved(self) -> bool:
        """Write renewed sign-ins that the vault would not take; whether none is left unwritten."""
        with self._lock:
            services = tuple(self._services.values())
        return not sum(not service.save_unsaved() for service in services)  # each is tried

    def platform(self, client_id: str, client_secret: str, words: Mapping[str, str]) -> Platform:
        """The platform with that key."""
        return AlternativePayments(
            self.platform_api, client_id, client_secret, self._clock, learned=words
        )

    def platform_name(self) -> str:
        """The platform's name as it stands in keys."""
        return AlternativePayments.name

    def platform_currencies(self) -> frozenset[str]:
        """The currencies that the platform collects in."""
        return AlternativePayments.capabilities.currencies

    def print_pages(self, pages: Pages) -> bytes:
        """A report as PDF, by the window's printer."""
        return bytes(find_window("pdf")(pages))


class _Door:
    """The FreshBooks adaptor in the words of the use cases."""

    def __init__(self, service: FreshBooksService) -> None:
        self._service = service

    def begin_sign_in(self) -> SignInAttempt:
        return self._service.begin_sign_in()

    def finish(self, attempt: SignInAttempt, url: str, expected_identity: str | None) -> Identity:
        ours = cast(FreshBooksSignIn, attempt)
        return self._service.finish(ours, url, expected_identity=expected_identity)

    def identity(self, identity_id: str) -> Identity:
        return self._service.identity(identity_id)

    def books(self, business: Business, identity_id: str) -> Books:
        return self._service.identity_books(business, identity_id)

    def revoke(self, identity_id: str) -> bool:
        return self._service.revoke(identity_id)


def _base(environ: Mapping[str, str], name: str, default: str) -> str:
    return require_safe_base_url(environ.get(name) or default)


def open_program(home: Path | None = None) -> Program:
    """The program as this process's environment describes it."""
    return Program(Environment.take(os.environ, home))
