from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fbrecon.errors import SecretsError, WrongUsage
from fbrecon.secret_store import SecretStore
from fbrecon.store.session_vault import SessionVault
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


def test_the_vaults_are_secret_stores(opened: Callable[[], Vault]) -> None:
    stores: list[SecretStore] = [opened(), SessionVault()]
    for store in stores:
        assert store.find("a") is None
        store.put("a/1", b"one")
        store.put("a/2", b"")
        store.put("b", b"three")
        store.put("a/1", b"new")
        assert (store.find("a/1"), store.find("a/2")) == (b"new", b"")
        assert store.list_names("a/") == ["a/1", "a/2"]
        assert store.list_names("") == ["a/1", "a/2", "b"]
        store.forget("a/1")
        store.forget("a/1")
        assert store.find("a/1") is None
        with store.locked("a"), store.locked("a"), store.locked("b"):
            store.put("c", b"held")


def test_a_secret_outlives_the_process_that_kept_it(opened: Callable[[], Vault]) -> None:
    first = opened()
    first.put("token", SECRET)
    first.close()
    assert opened().find("token") == SECRET


def test_what_one_keeps_the_other_sees_at_once(opened: Callable[[], Vault]) -> None:
    one, other = opened(), opened()
    one.put("token", b"old")
    assert other.find("token") == b"old"
    other.put("token", b"new")
    assert one.find("token") == b"new"


def test_nothing_of_a_secret_can_be_read_in_thebytes_of_files(
    opened: Callable[[], Vault], tmp_path: Path, keyring: FakeKeyring
) -> None:
    vault = opened()
    vault.put("token", SECRET)
    vault.put("token", SECRET + b"-renewed")
    (key,) = keyring.kept.values()
    for part in (SECRET, SECRET[:8], key.encode(), vault._key):
        assert part not in bytes_of_files(tmp_path)


def test_the_same_secret_never_looks_the_same_twice(
    opened: Callable[[], Vault], tmp_path: Path
) -> None:
    vault = opened()
    boxes = set()
    for _ in range(3):
        vault.put("token", SECRET)
        boxes.add(_box(tmp_path, "token"))
    assert len(boxes) == 3


def test_a_forgotten_secret_leaves_nothing_behind(
    opened: Callable[[], Vault], tmp_path: Path
) -> None:
    vault = opened()
    vault.put("token", SECRET)
    box = _box(tmp_path, "token")
    assert box in bytes_of_files(tmp_path)
    vault.forget("token")
    assert box not in bytes_of_files(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
def test_only_the_user_can_open_file_and_folder(
    opened: Callable[[], Vault], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with opened().locked("token"):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [home, *home.rglob("*")]}
    assert modes.pop("home") == modes.pop("locks") == 0o700
    assert modes
    assert set(modes.values()) == {0o600}


def _box(tmp_path: Path, name: str) -> bytes:
    with closing(sqlite3.connect(tmp_path / "home" / "vault.db")) as database:
        (box,) = database.execute("SELECT box FROM secrets WHERE name = ?", (name,)).fetchone()
    assert isinstance(box, bytes)
    return box


def _set_box(tmp_path: Path, name: str, box: bytes) -> None:
    with closing(sqlite3.connect(tmp_path / "home" / "vault.db")) as database, database:
        database.execute("UPDATE secrets SET box = ? WHERE name = ?", (box, name))


@pytest.mark.parametrize("place", [0, 11, 12, -1])
def test_a_changed_box_is_refused(opened: Callable[[], Vault], tmp_path: Path, place: int) -> None:
    vault = opened()
    vault.put("token", SECRET)
    box = bytearray(_box(tmp_path, "token"))
    box[place] ^= 1
    _set_box(tmp_path, "token", bytes(box))
    with pytest.raises(SecretsError, match="cannot be read"):
        vault.find("token")


@pytest.mark.parametrize("length", [0, 11, 12, 20])
def test_a_cut_box_is_refused(opened: Callable[[], Vault], tmp_path: Path, length: int) -> None:
    vault = opened()
    vault.put("token", SECRET)
    _set_box(tmp_path, "token", _box(tmp_path, "token")[:length])
    with pytest.raises(SecretsError):
        vault.find("token")


def test_boxes_cannot_be_swapped(opened: Callable[[], Vault], tmp_path: Path) -> None:
    vault = opened()
    vault.put("one", b"first")
    vault.put("two", b"second")
    _set_box(tmp_path, "one", _box(tmp_path, "two"))
    with pytest.raises(SecretsError):
        vault.find("one")
    assert vault.find("two") == b"second"


def test_a_broken_file_is_said_to_be_broken(opened: Callable[[], Vault], tmp_path: Path) -> None:
    opened().close()
    (tmp_path / "home" / "vault.db").write_bytes(b"not a database" * 100)
    with pytest.raises(SecretsError, match="read or written"):
        opened()


def test_a_newer_vault_is_left_alone(opened: Callable[[], Vault], tmp_path: Path) -> None:
    opened().close()
    with closing(sqlite3.connect(tmp_path / "home" / "vault.db")) as database, database:
        database.execute("UPDATE meta SET value = CAST('2' AS BLOB) WHERE name = 'version'")
    with pytest.raises(SecretsError, match="newer version"):
        opened()


def test_a_session_leaves_nothing_on_disk(tmp_path: Path) -> None:
    vault = open_vault(tmp_path, "session")
    vault.put("token", SECRET)
    assert list(tmp_path.iterdir()) == []
    assert open_vault(tmp_path, "session").find("token") is None


def test_another_way_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="plaintext"):
        open_vault(tmp_path, "plaintext")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose vault was made with the passphrase “correct horsé”."""
    home = tmp_path_factory.mktemp("sealed") / "home"
    vault = Vault(home, PassphraseKey("correct horsé"))
    vault.put("token", SECRET)
    vault.close()
    return home


_HOLDER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from fbrecon.store.vault import open_vault

    vault = open_vault(Path(sys.argv[1]), "file", "correct horsé")
    with vault.locked("freshbooks/token"):
        print("held", flush=True)
        sys.stdin.readline()
        vault.put("token", b"by the other")
    print("free", flush=True)
    """
)


def test_a_lock_excludes_another_process(sealed: Path) -> None:
    ours = Vault(sealed, PassphraseKey("correct horsé"), lock_patience=0)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(sealed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(SecretsError, match="busy"), ours.locked("freshbooks/token"):
            pass
        with ours.locked("another name"):
            pass
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "free\n"
        with ours.locked("freshbooks/token"):
            assert ours.find("token") == b"by the other"
    ours.put("token", SECRET)
    ours.close()


def test_a_lock_ends_with_the_process_that_held_it(sealed: Path) -> None:
    ours = Vault(sealed, PassphraseKey("correct horsé"), lock_patience=0)
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(sealed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        other.kill()
        other.wait()
        with ours.locked("freshbooks/token"):
            assert ours.find("token") == SECRET
    ours.close()


@pytest.mark.parametrize("kind", ["file", "session"])
def test_a_lock_excludes_other_threads(kind: str, tmp_path: Path, keyring: FakeKeyring) -> None:
    store: SecretStore = SessionVault()
    if kind == "file":
        store = Vault(tmp_path, KeyringKey(lambda: keyring))
    store.put("count", b"0")

    def count() -> None:
        for _ in range(20):
            with store.locked("count"):
                store.put("count", str(int(store.find("count") or b"") + 1).encode())

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.find("count") == b"80"
    if isinstance(store, Vault):
        store.close()


def test_two_vaults_in_one_process_exclude_each_other(opened: Callable[[], Vault]) -> None:
    one, other = opened(), opened()
    refused: list[str] = []

    def ask() -> None:
        try:
            with other.locked("token"):
                refused.append("no")
        except SecretsError as error:
            refused.append(error.title)

    with one.locked("token"):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
    assert refused == ["Another fbrecon is busy with this sign-in"]
