"""What holds for the project as a whole: its parts, its locks, what its README says."""

from __future__ import annotations

import fnmatch
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from fbrecon.app.settings import SETTINGS
from fbrecon.commands.registry import REGISTRY

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LOCKS = (
    "requirements.txt",
    "requirements-audit.txt",
    "requirements-bundle.txt",
    "requirements-dev.txt",
    "requirements-lock.txt",
)
GENERATED = {"ui/_resources_rc.py", "ui/_translations_rc.py"}
TOP_FOLDERS = {"fbrecon", "ui", "resources", "tests", "packaging", ".ci", ".git"}


def _python_files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---- parts


def test_the_listed_packages_are_the_folders_found() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = project["tool"]["setuptools"]["packages"]
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in _python_files("fbrecon", "ui")
        if path.name == "__init__.py"
    }
    assert sorted(listed) == sorted(re.sub(r"^ui\b", "fbrecon_ui", name) for name in found)


def test_every_python_file_lies_in_a_package() -> None:
    lost = [
        _relative(path)
        for path in _python_files("fbrecon", "ui")
        if not (path.parent / "__init__.py").exists()
    ]
    assert lost == []


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {
        _relative(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _python_files("fbrecon", "ui")
    }
    assert {name: n for name, n in lengths.items() if n > 400 and name not in GENERATED} == {}


def test_there_are_no_other_top_level_folders() -> None:
    """What git ignores does not count."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    ignored = [line.strip("/") for line in lines if line.endswith("/")]
    found = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and not any(fnmatch.fnmatch(path.name, name) for name in ignored)
    }
    assert found <= TOP_FOLDERS


def test_no_module_of_the_core_brings_qt_or_the_window() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in _python_files("fbrecon")
        if path.name != "__main__.py"
    ]
    program = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "tops = {name.partition('.')[0] for name in sys.modules}\n"
        "print(*sorted(tops & {'PySide6', 'shiboken6', 'ui', 'fbrecon_ui'}))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout.split()) == (0, []), result.stderr


def test_every_script_can_be_run() -> None:
    scripts = [
        path
        for path in [*(ROOT / "packaging").rglob("*"), *(ROOT / ".ci").iterdir()]
        if path.is_file() and path.read_bytes().startswith(b"#!")
    ]
    assert len(scripts) >= 5
    assert [_relative(path) for path in scripts if not os.access(path, os.X_OK)] == []


# ---- locks


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_for_everything_and_names_no_index(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.findall(r"^-.*", text, re.M) == []
    pins = re.split(r"^(?=[a-z])", text, flags=re.M)[1:]
    assert pins
    for pin in pins:
        head, *hashes = pin.split("--hash=sha256:")
        assert re.match(r"[a-z0-9.-]+==\S+", head)
        assert hashes, head
        assert all(re.match(r"[0-9a-f]{64}\b", one) for one in hashes), head


def test_the_development_lock_holds_the_other_at_the_same_versions() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        return {line.rstrip("\\ ") for line in text.splitlines() if line[:1].isalnum()}

    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, wanted in (
        ("requirements.txt", project["dependencies"] + extras["build"]),
        ("requirements-dev.txt", project["dependencies"] + extras["dev"]),
    ):
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        locked = set(re.findall(r"^([a-z0-9.-]+)==", text, re.M))
        names = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in wanted}
        assert names - locked == set(), f"run `make lock`: {name}"


# ---- the README


def test_the_readme_names_every_command() -> None:
    _, _, table = README.partition("| command | does |")
    rows = [row for row in table.partition("\n\n")[0].splitlines() if row.startswith("| `")]
    named = {
        word.removeprefix("fbrecon ")
        for row in rows
        for word in re.findall(r"`([^`]+)`", row.split("|")[1])
    }
    assert named == set(REGISTRY)


def test_the_readme_names_every_variable_and_no_other() -> None:
    pattern = re.compile(r"\bFBRECON_[A-Z_]*[A-Z]\b")
    used = {
        name
        for path in _python_files("fbrecon", "ui")
        for name in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert used
    assert set(pattern.findall(README)) == used


def test_the_readme_names_every_setting_with_its_default() -> None:
    _, _, table = README.partition("| setting | means | at first |")
    said: dict[str, str] = {}
    for row in table.partition("\n\n")[0].splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        names = re.findall(r"`(\w+)`", cells[0])
        said.update(zip(names, cells[-1].replace("`", "").split(", "), strict=False))
    assert set(said) == set(SETTINGS)
    defaults = {name: setting.default for name, setting in SETTINGS.items() if setting.default}
    assert {name: said[name] for name in defaults} == defaults


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_what_a_document_links_to_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
