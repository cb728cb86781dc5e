"""Under which licence each library goes that comes with the program, and whether that fits.

The list is `fbrecon/licences.json`, so that the program can show it. `python -m tests.supply
licences` writes it anew from what the installed libraries state. Of the few that state nothing
usable, or are not for this computer, what stands in the list is kept: a person read it up.
"""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from license_expression import ExpressionError, get_spdx_licensing

from tests.supply.lock import ROOT, Pin, read_lock

LIST = ROOT / "fbrecon" / "licences.json"

# What may be handed on together with a program under MIT. LGPL: Qt stays a library of its own that
# can be exchanged; MPL: its files stay as they are.
FITTING = frozenset({
    "0BSD", "any-OSI", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC",
    "LGPL-3.0-only", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib",
})  # fmt: skip

# Of the GPL's old and new spellings only those that a wheel of ours may choose between.
_CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: Python Software Foundation License": "PSF-2.0",
}
_SPDX = get_spdx_licensing()


def find_distribution(name: str) -> Distribution | None:
    """What is installed under that name here; None where nothing is."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def stated_licence(found: Distribution) -> str:
    """The licence that a library states of itself, as SPDX; "" where it states none that is one."""
    for name in ("License-Expression", "License"):
        text = _field(found, name).strip()
        if text and len(text) < 80 and _is_spdx(text):
            return text
    known = {
        _CLASSIFIERS[line]
        for line in found.metadata.get_all("Classifier", [])
        if line in _CLASSIFIERS
    }
    return known.pop() if len(known) == 1 else ""


def fits(expression: str) -> bool:
    """Whether a library under that licence may be handed on with ours; no licence never may."""
    if not _is_spdx(expression):
        return False
    return _fits(_SPDX.parse(expression, validate=True))


def _fits(node: object) -> bool:
    name = type(node).__name__
    parts = [_fits(part) for part in getattr(node, "args", ())]
    if name == "OR":
        return any(parts)
    if name == "AND":
        return all(parts)
    return str(node) in FITTING


def _is_spdx(text: str) -> bool:
    try:
        return bool(text) and _SPDX.parse(text, validate=True) is not None
    except ExpressionError:
        return False


def read_list(path: Path = LIST) -> dict[str, dict[str, str]]:
    """The list by the library's name."""
    rows: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return {row["name"]: row for row in rows}


def make_list(pins: list[Pin], kept: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """The list for these pins: what is stated where it is, else what is kept."""
    rows = []
    for name in sorted({pin.name for pin in pins}):
        found = find_distribution(name)
        known = kept.get(name, {})
        licence = (stated_licence(found) if found else "") or known.get("licence", "")
        home = (_home(found) if found else "") or known.get("home", "")
        rows.append({"name": name, "licence": licence, "home": home})
    return rows


def _field(found: Distribution, name: str) -> str:
    return str((found.metadata.get_all(name) or [""])[0])


def _home(found: Distribution) -> str:
    addresses = {}
    for line in found.metadata.get_all("Project-URL", []):
        label, _, address = line.partition(",")
        addresses[label.strip().lower()] = address.strip()
    names = ("homepage", "home", "source", "repository", "source code", "github", "documentation")
    return next((addresses[name] for name in names if name in addresses), "") or (
        _field(found, "Home-page")
    )


def write_list() -> list[str]:
    """Write the list anew; the names whose licence a person has to read up."""
    rows = make_list(read_lock(), read_list())
    LIST.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return [row["name"] for row in rows if not row["licence"]]


def notices() -> str:
    """The texts of the licences of what is locked and installed here, to be handed on."""
    parts = []
    for name in sorted({pin.name for pin in read_lock()}):
        found = find_distribution(name)
        if found is None:
            continue
        texts = [
            Path(str(path.locate())).read_text(encoding="utf-8", errors="replace").strip()
            for path in found.files or ()
            if path.parent.name.endswith(("dist-info", "licenses")) and _is_licence(path.name)
        ]
        licence = read_list()[name]["licence"]
        parts.append("\n\n".join([f"{name} {found.version}: {licence}", *texts]))
    return ("\n\n" + "-" * 72 + "\n\n").join(parts) + "\n"


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))
