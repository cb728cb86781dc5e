"""Public ids: a prefix for the kind, then the record's own id. The only ids a person types."""

from __future__ import annotations

from fbrecon.errors import WrongUsage


def split(public_id: str) -> tuple[str, str]:
    """`"pay_abc"` → `("pay", "abc")`. Raises `WrongUsage` for anything without a known prefix."""
    kind, _, rest = public_id.partition("_")
    if (
        kind not in ("inv", "pay", "out", "line", "att", "act", "run", "cus", "log", "rule")
        or not rest
    ):
        raise WrongUsage(
            "That is no id of fbrecon",
            f"“{public_id}” does not begin with the name of a kind, such as pay_ or att_.",
            "Copy the id from a list, for example from “fbrecon list attention --json”.",
        )
    return kind, rest


def number(public_id: str, kind: str) -> int:
    """The number of an id that must be of that kind. Raises `WrongUsage`."""
    found, rest = split(public_id)
    if found != kind or not rest.isdigit():
        raise WrongUsage(
            "That id is of another kind", f"“{public_id}” is not a {kind}_ id.", "Check the list."
        )
    return int(rest)
