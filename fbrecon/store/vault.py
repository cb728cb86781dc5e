"""The vault: tokens and keys of this user, encrypted in one file beside the company files.

Owns the file, its encryption and the locks that keep processes from using a one-time token twice.
What the secrets mean, it does not know. Names of secrets are not secret. The vault does not
protect against programs that run as the same user.
"""

from __future__ import annotations

import hashlib
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import apsw
from cryptography.exceptions import InvalidTag
from filelock import FileLock, Timeout

from fbrecon.errors import SecretsError, WrongUsage
from fbrecon.secret_store import SecretStore
from fbrecon.store.session_vault import SessionVault
from fbrecon.store.vault_keys import KeyringKey, Opener, PassphraseKey, seal, unseal

log = logging.getLogger(__name__)

FILE_NAME: Final = "vault.db"
VERSION: Final = 1
RESERVE_NAME: Final = "vault.reserve"
LOCK_PATIENCE: Final = 300.0
"""Seconds to wait for a lock; its longest holder waits for one answer of a service."""

_BUSY_MS = 10_000
_RESERVE_BYTES = 64 * 1024
_CHECK = b"this vault is open"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, box BLOB NOT NULL) STRICT;
"""


def open_vault(home: Path, how: str, passphrase: str | None = None) -> SecretStore:
    """The user's vault in `home`; `how` is `keyring`, `file` or `session`.

    Raises `SecretsError` where it cannot be opened, `WrongUsage` for another `how`. May take a
    second (passphrase) or wait for the person (keyring): not for the window's thread.
    """
    if how == "session":
        return SessionVault()
    if how == "keyring":
        return Vault(home, KeyringKey())
    if how == "file":
        return Vault(home, PassphraseKey(passphrase))
    raise WrongUsage(
        "That is not a way to keep secrets",
        f"FBRECON_SECRETS is “{how}”.",
        "Use keyring, file or session.",
    )


class Vault:
    """Secrets in `vault.db`. Safe to share between threads; processes may open it side by side.

    Each `put` is durable before it returns, and each `find` reads what was last committed.
    """

    def __init__(self, home: Path, opener: Opener, *, lock_patience: float = LOCK_PATIENCE) -> None:
        """Opens the vault, or makes it. `lock_patience` in seconds. Raises `SecretsError`."""
        self._locks_folder = home / "locks"
        self._lock_patience = lock_patience
        self._named_locks: dict[str, tuple[threading.RLock, FileLock]] = {}
        self._mutex = threading.RLock()
        try:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._locks_folder.mkdir(mode=0o700, exist_ok=True)
            path = home / FILE_NAME
            # Made by us, so that it never exists with wider permissions, not even for a moment.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            path.chmod(0o600)
        except OSError as error:
            raise _file_failed() from error
        self._reserve = home / RESERVE_NAME
        self._fill_reserve()
        with _telling_errors():
            self._database = apsw.Connection(str(path))
            self._database.set_busy_timeout(_BUSY_MS)
            # A rolled-back journal would lose a token that can be used only once: EXTRA also
            # makes the end of the journal durable.
            for pragma in (
                "journal_mode = DELETE",
                "synchronous = EXTRA",
                "fullfsync = 1",
                "secure_delete = ON",
                "trusted_schema = OFF",
            ):
                self._database.execute(f"PRAGMA {pragma}").fetchall()
        try:
            with _telling_errors():
                self._key = self._open(opener)
        except BaseException:
            self._database.close()
            raise

    def close(self) -> None:
        """Close the file; the vault cannot be used any more."""
        with self._mutex:
            self._database.close()

    def find(self, name: str) -> bytes | None:
        """The secret as last committed by any process; None if there is none.

        Raises `SecretsError` if it was changed by anything else than a vault with this key.
        """
        with self._mutex, _telling_errors():
            box = self._get("SELECT box FROM secrets WHERE name = ?", name)
        if box is None:
            return None
        try:
            return unseal(self._key, box, _label(name))
        except InvalidTag:
            raise SecretsError(
                "A stored secret cannot be read",
                "The file vault.db was damaged or changed by something else than this program.",
                "Connect to the service again; this replaces what was stored.",
                detail=name,
            ) from None

    def put(self, name: str, value: bytes) -> None:
        """Keep it; durable on disk before this returns, from the reserve if the disk is full."""
        box = seal(self._key, value, _label(name))
        with self._mutex, _telling_errors():
            try:
                self._put_box(name, box)
            except apsw.FullError:
                if not self._spend_reserve():
                    raise
                self._put_box(name, box)

    def _put_box(self, name: str, box: bytes) -> None:
        with self._writing():
            self._database.execute(
                "INSERT INTO secrets (name, box) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET box = excluded.box",
                (name, box),
            )

    def _fill_reserve(self) -> None:
        """Room for what can be received once only. Without room the vault works all the same."""
        try:
            if self._reserve.exists() and self._reserve.stat().st_size >= _RESERVE_BYTES:
                return
            # Bytes that no disk can fold together.
            descriptor = os.open(self._reserve, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(os.urandom(_RESERVE_BYTES))
        except OSError:
            log.info("there is no room for the vault's reserve")

    def _spend_reserve(self) -> bool:
        """Give the reserved room back to the disk; whether there was any."""
        try:
            self._reserve.unlink()
        except OSError:
            return False
        log.warning("the disk is full; the vault uses the room that it had reserved")
        return True

    def forget(self, name: str) -> None:
        """Remove it, also from the file's free pages; nothing happens if it is not there."""
        with self._mutex, _telling_errors(), self._writing():
            self._database.execute("DELETE FROM secrets WHERE name = ?", (name,))

    def list_names(self, prefix: str) -> list[str]:
        """Names that begin with the prefix, sorted."""
        with self._mutex, _telling_errors():
            rows = self._database.execute("SELECT name FROM secrets ORDER BY name").fetchall()
        return [str(name) for (name,) in rows if str(name).startswith(prefix)]

    @contextmanager
    def locked(self, name: str) -> Iterator[None]:
        """Hold a lock of that name against all threads and processes of this user.

        The same thread may take it again. Ends with the process, however that ends. Raises
        `SecretsError` if it is not free in time.
        """
        threads, processes = self._lock_of(name)
        if not threads.acquire(timeout=self._lock_patience):
            raise _lock_taken(name)
        try:
            try:
                processes.acquire(timeout=self._lock_patience)
            except Timeout:
                raise _lock_taken(name) from None
            except OSError as error:
                raise _file_failed() from error
            try:
                yield
            finally:
                processes.release()
        finally:
            threads.release()

    def _lock_of(self, name: str) -> tuple[threading.RLock, FileLock]:
        with self._mutex:
            if name not in self._named_locks:
                # A name may hold what a file name cannot.
                digest = hashlib.sha256(name.encode()).hexdigest()[:32]
                path = self._locks_folder / f"{digest}.lock"
                self._named_locks[name] = (
                    threading.RLock(),
                    FileLock(path, thread_local=False, mode=0o600),
                )
            return self._named_locks[name]

    def _open(self, opener: Opener) -> bytes:
        meta = _Facts(self._database)
        with self._writing():
            self._database.execute(_SCHEMA)
            kind = meta.find("opener")
            if kind is None:
                key = opener.create(meta)
                meta.put("version", str(VERSION).encode())
                meta.put("opener", opener.kind.encode())
                meta.put("check", seal(key, _CHECK, _label("")))
                return key
        if meta.find("version") != str(VERSION).encode():
            raise SecretsError(
                "The vault is from a newer version",
                "The file vault.db was made by a newer version of this program.",
                "Install that version, or move the file away and connect again.",
            )
        if kind != opener.kind.encode():
            raise SecretsError(
                "The vault is opened another way",
                f"It was made with FBRECON_SECRETS={kind.decode()}, not {opener.kind}.",
                "Set it back, or move the file vault.db away and connect again.",
            )
        key = opener.open(meta)
        try:
            unseal(key, meta.find("check") or b"", _label(""))
        except InvalidTag:
            raise SecretsError(
                "The key does not open the vault",
                "The file vault.db was replaced or damaged, or belongs to another key.",
                "Restore it, or move it away and connect again.",
            ) from None
        return key

    def _get(self, query: str, name: str) -> bytes | None:
        row = self._database.execute(query, (name,)).fetchone()
        return None if row is None else bytes(row[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; committed durably, or nothing of it."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise


class _Facts:
    """The table `meta`, as the openers see it."""

    def __init__(self, database: apsw.Connection) -> None:
        self._database = database

    def find(self, name: str) -> bytes | None:
        row = self._database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def put(self, name: str, value: bytes) -> None:
        self._database.execute("INSERT INTO meta (name, value) VALUES (?, ?)", (name, value))


@contextmanager
def _telling_errors() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise _file_failed() from error


def _label(name: str) -> bytes:
    """What each box is bound to: the version and its name, so that boxes cannot be swapped."""
    return f"fbrecon vault {VERSION}\0{name}".encode()


def _file_failed() -> SecretsError:
    return SecretsError(
        "The vault cannot be read or written",
        "The file vault.db is damaged or in use, or its disk is full or cannot be written to.",
        "Free some space or close the other program, then try again.",
    )


def _lock_taken(name: str) -> SecretsError:
    return SecretsError(
        "Another fbrecon is busy with this sign-in",
        "It has held the sign-in for five minutes, longer than any answer takes.",
        "Close the other window or command and try again.",
        detail=name,
    )
