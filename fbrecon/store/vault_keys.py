"""What opens the vault: the one random key that all secrets are encrypted with.

The key lies in the system's keyring, or in the vault file wrapped by a passphrase. It is never
derived from the machine and never written anywhere in the clear; where neither way works, the
person chooses, nothing falls back by itself.
"""

from __future__ import annotations

import importlib
import secrets
import unicodedata
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from fbrecon.errors import SecretsError

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
SERVICE: Final = "fbrecon"

# The systems' own stores. Nothing else is taken, whatever settings or other packages offer:
# not the ones that keep plain text, and not the ones that keep nothing.
ALLOWED: Final = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
)
_OTHER_WAYS = (
    "Set FBRECON_SECRETS=file and a passphrase in FBRECON_PASSPHRASE to keep them in an encrypted "
    "file, or FBRECON_SECRETS=session to keep them until the program ends."
)


class Meta(Protocol):
    """Plain facts about the vault that stand beside its secrets."""

    def find(self, name: str) -> bytes | None:
        """The fact, None if it was never stated."""
        ...

    def put(self, name: str, value: bytes) -> None:
        """State it, within the transaction that makes the vault."""
        ...


class Backend(Protocol):
    """As much of a system keyring as is used."""

    def get_password(self, service: str, username: str) -> str | None:
        """The text kept under that name; None if there is none."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the text under that name."""
        ...


class Opener(Protocol):
    """One way to keep the key. Both methods raise `SecretsError`."""

    kind: str

    def create(self, meta: Meta) -> bytes:
        """A new key, kept from now on."""
        ...

    def open(self, meta: Meta) -> bytes:
        """The key of an existing vault."""
        ...


def seal(key: bytes, plain: bytes, label: bytes) -> bytes:
    """AES-256-GCM with a fresh 96-bit nonce before it; `label` is bound to it, not hidden."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, label)


def unseal(key: bytes, box: bytes, label: bytes) -> bytes:
    """The plain bytes; raises `InvalidTag` for another key, another label or a changed box."""
    if len(box) < NONCE_BYTES:
        raise InvalidTag
    return AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], label)


def find_system_keyring() -> Backend | None:
    """The best of the systems' own keyrings that answers here; None if none does.

    The `keyring` package's own choice is passed by on purpose: an environment variable, a
    settings file or any other package could make it a file in plain text.
    """
    best: tuple[float, Backend] | None = None
    for module_name, class_name in ALLOWED:
        kind = getattr(importlib.import_module(module_name), class_name, None)
        if kind is None or not kind.viable:
            continue
        priority = float(kind.priority)
        if priority >= 1 and (best is None or priority > best[0]):
            best = priority, kind()
    if best is None:
        return None
    backend = best[1]
    if hasattr(backend, "persist"):
        # Windows would let the key roam to the person's other computers.
        backend.persist = "local machine"
    return backend


class KeyringKey:
    """The key lies in the system's keyring, under this vault's own id.

    The keyring may ask the person to unlock it, so never call this in the window's thread.
    """

    kind = "keyring"

    def __init__(self, find_backend: Callable[[], Backend | None] = find_system_keyring) -> None:
        self._find_backend = find_backend

    def create(self, meta: Meta) -> bytes:
        """A new key, written once and read back before it is used."""
        backend = self._get_backend()
        name = f"vault-{secrets.token_hex(8)}"
        key = secrets.token_bytes(KEY_BYTES)
        text = b64encode(key).decode("ascii")
        try:
            backend.set_password(SERVICE, name, text)
            kept = backend.get_password(SERVICE, name)
        except Exception as error:  # each system's keyring has errors of its own
            raise _keyring_failed() from error
        if kept != text:
            raise _keyring_failed()
        meta.put("keyring_name", name.encode())
        return key

    def open(self, meta: Meta) -> bytes:
        """The key as the keyring has it."""
        backend = self._get_backend()
        name = (meta.find("keyring_name") or b"").decode()
        try:
            text = backend.get_password(SERVICE, name)
        except Exception as error:  # each system's keyring has errors of its own
            raise _keyring_failed() from error
        try:
            key = b64decode(text or "", validate=True)
        except (Base64Error, ValueError):
            key = b""
        if len(key) != KEY_BYTES:
            raise SecretsError(
                "The key of the vault is gone",
                "This computer's keyring no longer holds the key that opens the stored sign-ins.",
                "Restore the keyring, or move the file vault.db away and connect again.",
            )
        return key

    def _get_backend(self) -> Backend:
        backend = self._find_backend()
        if backend is None:
            raise SecretsError(
                "No keyring answers on this computer",
                "Keys and sign-ins would have no safe place, and are never kept in plain text.",
                _OTHER_WAYS,
            )
        return backend


class PassphraseKey:
    """The key lies in the vault file, wrapped by a key that scrypt makes of a passphrase."""

    kind = "file"

    def __init__(self, passphrase: str | None) -> None:
        """Raises `SecretsError` for an empty passphrase."""
        if not passphrase:
            raise SecretsError(
                "The vault needs its passphrase",
                "FBRECON_SECRETS is “file”, but no passphrase was given.",
                "Set FBRECON_PASSPHRASE and start again.",
            )
        # The same letters, typed on another system, must give the same bytes.
        self._passphrase = unicodedata.normalize("NFKC", passphrase).encode()

    def create(self, meta: Meta) -> bytes:
        """A new key, wrapped; the wrapping tells a wrong passphrase later on."""
        key = secrets.token_bytes(KEY_BYTES)
        salt = secrets.token_bytes(16)
        meta.put("salt", salt)
        meta.put("wrapped_key", seal(self._wrapping_key(salt), key, b"fbrecon key 1"))
        return key

    def open(self, meta: Meta) -> bytes:
        """The key, unwrapped."""
        salt, wrapped = meta.find("salt") or b"", meta.find("wrapped_key") or b""
        try:
            return unseal(self._wrapping_key(salt), wrapped, b"fbrecon key 1")
        except InvalidTag:
            raise SecretsError(
                "The passphrase does not open the vault",
                "The passphrase in FBRECON_PASSPHRASE is not the one the vault was made with.",
                "Correct it and start again. Without it, move the file vault.db away and connect "
                "again; nothing but sign-ins and keys is lost.",
            ) from None

    def _wrapping_key(self, salt: bytes) -> bytes:
        return Scrypt(salt=salt, length=KEY_BYTES, n=2**17, r=8, p=1).derive(self._passphrase)


def _keyring_failed() -> SecretsError:
    return SecretsError(
        "The keyring did not open",
        "This computer's keyring is locked, was not unlocked, or did not keep what it was given.",
        f"Unlock it and try again. {_OTHER_WAYS}",
    )
