from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fbrecon.errors import SecretsError
from fbrecon.store import vault_keys
from fbrecon.store.vault import Vault, open_vault
from fbrecon.store.vault_keys import KeyringKey, PassphraseKey
from tests.fakes.vaults import SECRET, FakeKeyring, bytes_of_files


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def opened(tmp_path: Path, keyring: FakeKeyring) -> Iterator[Callable[[], Vault]]:
    made: list[Vault] = []

    def open_again() -> Vault:
        made.append(Vault(tmp_path / "home", KeyringKey(lambda: keyring), lock_patience=0))
        return made[-1]

    yield open_again
    for vault in made:
        vault.close()


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose vault was made with the passphrase “correct horsé”."""
    home = tmp_path_factory.mktemp("sealed") / "home"
    vault = Vault(home, PassphraseKey("correct horsé"))
    vault.put("token", SECRET)
    vault.close()
    return home


def test_the_key_is_written_to_the_keyring_once(
    opened: Callable[[], Vault], keyring: FakeKeyring
) -> None:
    opened().put("token", SECRET)
    assert opened().find("token") == SECRET
    assert keyring.writes == 1
    ((service, _), text), *others = keyring.kept.items()
    assert (service, len(text), others) == ("fbrecon", 44, [])


def test_two_homes_have_two_keys(tmp_path: Path, keyring: FakeKeyring) -> None:
    for name in ("one", "two"):
        Vault(tmp_path / name, KeyringKey(lambda: keyring)).close()
    assert len(set(keyring.kept.values())) == 2


def test_a_keyring_that_keeps_nothing_is_found_out(
    opened: Callable[[], Vault], keyring: FakeKeyring
) -> None:
    keyring.is_deaf = True
    with pytest.raises(SecretsError, match="did not open"):
        opened()
    keyring.is_deaf = False
    opened().put("token", SECRET)


def test_a_locked_keyring_is_an_error_with_a_way_out(
    opened: Callable[[], Vault], keyring: FakeKeyring
) -> None:
    opened().close()
    keyring.failure = RuntimeError("locked")
    with pytest.raises(SecretsError) as refused:
        opened()
    assert "FBRECON_SECRETS=session" in refused.value.hint


def test_a_lost_key_never_makes_a_new_one(
    opened: Callable[[], Vault], keyring: FakeKeyring
) -> None:
    vault = opened()
    vault.put("token", SECRET)
    kept = dict(keyring.kept)
    keyring.kept.clear()
    with pytest.raises(SecretsError, match="key of the vault is gone"):
        opened()
    assert keyring.writes == 1
    keyring.kept.update(kept)
    assert opened().find("token") == SECRET


def test_another_key_is_refused(opened: Callable[[], Vault], keyring: FakeKeyring) -> None:
    opened().close()
    (place,) = keyring.kept
    keyring.kept[place] = "A" * 43 + "="
    with pytest.raises(SecretsError, match="does not open"):
        opened()


def test_without_a_keyring_the_two_other_ways_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_keys, "ALLOWED", ())
    with pytest.raises(SecretsError) as refused:
        open_vault(tmp_path, "keyring")
    for words in ("FBRECON_SECRETS=file", "FBRECON_PASSPHRASE", "FBRECON_SECRETS=session"):
        assert words in refused.value.sentence


class WeakKeyring(FakeKeyring):
    viable = True
    priority = 0.5


class GoodKeyring(FakeKeyring):
    viable = True
    priority = 1
    persist = "enterprise"


class BetterKeyring(FakeKeyring):
    viable = True
    priority = 5


class AbsentKeyring(FakeKeyring):
    viable = False
    priority = 9


def _allow(monkeypatch: pytest.MonkeyPatch, *kinds: type[FakeKeyring]) -> None:
    monkeypatch.setattr(vault_keys, "ALLOWED", tuple((__name__, kind.__name__) for kind in kinds))


def test_a_keyring_of_low_priority_is_never_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    _allow(monkeypatch, WeakKeyring, AbsentKeyring)
    assert vault_keys.find_system_keyring() is None


def test_the_best_keyring_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    _allow(monkeypatch, GoodKeyring, BetterKeyring, AbsentKeyring)
    assert isinstance(vault_keys.find_system_keyring(), BetterKeyring)


def test_the_key_does_not_roam(monkeypatch: pytest.MonkeyPatch) -> None:
    _allow(monkeypatch, GoodKeyring)
    found = vault_keys.find_system_keyring()
    assert isinstance(found, GoodKeyring)
    assert found.persist == "local machine"


def test_neither_a_variable_nor_a_settings_file_can_choose_the_keyring(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir()
    settings.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    _allow(monkeypatch)
    assert vault_keys.find_system_keyring() is None


def test_only_the_systems_own_keyrings_are_on_the_list() -> None:
    for module, name in vault_keys.ALLOWED:
        assert module.startswith("keyring.backends.")
        assert module.rpartition(".")[2] not in ("null", "fail", "chainer")
        assert hasattr(importlib.import_module(module), name)


def test_the_passphrase_opens_the_vault_however_it_was_typed(sealed: Path) -> None:
    vault = open_vault(sealed, "file", "correct horse\u0301")
    assert vault.find("token") == SECRET
    assert isinstance(vault, Vault)
    vault.close()


def test_a_wrong_passphrase_is_said_in_plain_words(sealed: Path) -> None:
    with pytest.raises(SecretsError) as refused:
        open_vault(sealed, "file", "correct horse")
    assert "passphrase does not open" in refused.value.sentence
    assert "correct" not in refused.value.message


@pytest.mark.parametrize("passphrase", [None, ""])
def test_no_passphrase_is_asked_for(tmp_path: Path, passphrase: str | None) -> None:
    with pytest.raises(SecretsError, match="no passphrase was given") as refused:
        open_vault(tmp_path, "file", passphrase)
    assert "FBRECON_PASSPHRASE" in refused.value.sentence
    assert not (tmp_path / "vault.db").exists()


def test_neither_passphrase_nor_key_stand_in_the_file(sealed: Path) -> None:
    content = bytes_of_files(sealed)
    for part in ("correct horsé".encode(), b"correct", SECRET):
        assert part not in content


def test_a_vault_made_one_way_is_not_opened_another(sealed: Path, keyring: FakeKeyring) -> None:
    with pytest.raises(SecretsError, match="FBRECON_SECRETS=file"):
        Vault(sealed, KeyringKey(lambda: keyring))
    assert keyring.kept == {}
