"""Every sentence of the window is collected, and French says each of them whole."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
TS = ROOT / "resources" / "translations" / "fbrecon_fr.ts"
COMPILED = ROOT / "ui" / "_translations_rc.py"

# Calls whose text a person sees. Formats and key names are no sentences: they hold no two letters
# in a row, or stand in the second set.
_SHOW = {
    "PlainLabel", "ElidedLabel", "Button", "Card", "setText", "setWindowTitle", "setToolTip",
    "setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setTitle",
    "setSubTitle", "addItem", "QCheckBox", "QRadioButton", "QAction", "QLabel", "QPushButton",
    "addAction", "tell", "setStatusTip", "setLabelText", "setHeaderLabels", "addRow",
}  # fmt: skip
# Names that are the same in every language.
_NAMES = {"Alternative Payments", "FreshBooks", "English", "Français", "fbrecon", "2026-01-31"}


@cache
def _sources() -> dict[str, ast.Module]:
    paths = [path for path in (ROOT / "ui").rglob("*.py") if not path.name.endswith("_rc.py")]
    return {str(path): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path, tree in _sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == name:
                yield path, node


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


@cache
def _messages(ts: Path) -> tuple[tuple[str, str, str, str], ...]:
    """Context, source, translation, and what is said of it ("unfinished")."""
    return tuple(
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("translation") or "",
            message.find("translation").get("type", ""),  # type: ignore[union-attr]
        )
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
    )


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """`packaging/translations`, which is a script."""
    from importlib.machinery import SourceFileLoader

    path = str(ROOT / "packaging" / "translations")
    spec = importlib.util.spec_from_loader("translations", SourceFileLoader("translations", path))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_literals_are_translated() -> None:
    """What is put together at run time would never be found by the collector."""
    wrong = [
        f"{path}:{call.lineno}"
        for path, call in _calls("tr")
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert wrong == []


def test_each_sentence_belongs_to_its_class_or_to_none() -> None:
    """Any other object's `tr` is asked under a name that the collector does not know."""
    wrong = [
        f"{path}:{call.lineno}"
        for path, call in _calls("tr")
        if isinstance(call.func, ast.Attribute) and _name(call.func.value) != "self"
    ]
    assert wrong == []


def test_what_is_collected_is_what_the_source_says(maker: ModuleType, tmp_path: Path) -> None:
    """Where this fails, `make translations` helps."""
    anew = tmp_path / "fbrecon_fr.ts"
    anew.write_bytes(TS.read_bytes())
    maker.collect(anew)
    said = {(context, source) for context, source, _, _ in _messages(anew)}
    assert said == {(context, source) for context, source, _, _ in _messages(TS)}


def test_what_is_compiled_is_what_was_translated(maker: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "made.py"
    maker.compile_(TS, made)
    kept = COMPILED.read_text(encoding="utf-8")
    assert _bytes_of(made.read_text(encoding="utf-8")) == _bytes_of(kept)


def _bytes_of(source: str) -> str:
    return source[source.index("qt_resource_data") : source.index("qt_resource_name")]


def test_french_is_complete() -> None:
    assert [source for _, source, text, kind in _messages(TS) if kind or not text.strip()] == []


def test_french_fills_in_what_english_does() -> None:
    fields = re.compile(r"\{[^{}]*\}")
    wrong = [
        (source, text)
        for _, source, text, _ in _messages(TS)
        if Counter(fields.findall(source)) != Counter(fields.findall(text))
    ]
    assert wrong == []


def test_french_keeps_accelerators_and_what_qt_reads() -> None:
    """`&` makes a key, `;;` parts the filters of a file dialog, `*.csv` is a pattern."""
    for mark in ("&", ";;", "\n", "…"):
        wrong = [s for _, s, text, _ in _messages(TS) if (mark in s) != (mark in text)]
        assert wrong == [], mark
    patterns = re.compile(r"\*\.\w+")
    assert all(patterns.findall(s) == patterns.findall(text) for _, s, text, _ in _messages(TS))


def test_french_follows_its_typography() -> None:
    """A no-break space before a colon, a narrow one before the others, curly apostrophes."""
    loose = re.compile(r" [:;?!»]|« |'|\.\.\.|\"")
    assert [text for _, _, text, _ in _messages(TS) if loose.search(text)] == []


def test_both_forms_of_a_count_are_written_out() -> None:
    """A form put together from parts would be one in no language but English."""
    wrong = [
        f"{path}:{call.lineno}"
        for path, call in _calls("counted")
        for form in call.args[1:]
        if not (isinstance(form, ast.Call) and _name(form.func) == "tr")
    ]
    assert wrong == []


def test_no_sentence_of_the_window_bypasses_its_translation() -> None:
    """A literal with letters that goes straight to something that shows it."""
    wrong = []
    for path, tree in _sources().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or _name(node.func) not in _SHOW:
                continue
            wrong += [
                f"{path}:{node.lineno} {part.value!r}"
                for part in node.args
                if isinstance(part, ast.Constant)
                and isinstance(part.value, str)
                and re.search(r"[A-Z][a-z]|[a-z]{2,} [a-z]{2,}", part.value)
                and part.value not in _NAMES
            ]
    assert wrong == []
