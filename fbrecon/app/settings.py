"""The settings of a company: names, what they may be, and what they are if never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fbrecon.domain.pausing import read_pause, spell_pause
from fbrecon.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: a check that spells a value one way or raises `ValueError`, and its words."""

    name: str
    default: str
    expects: str
    check: Callable[[str], str]


def _one_of(*words: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in words:
            raise ValueError(value)
        return value

    return check


def _number(least: int, most: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not value.isdigit() or not least <= int(value) <= most:
            raise ValueError(value)
        return str(int(value))

    return check


def _day(value: str) -> str:
    # Other ISO forms are read too, but only this one is kept: it is what the outside is promised.
    return date.fromisoformat(value).isoformat()


def _day_or_none(value: str) -> str:
    return _day(value) if value else ""


def _pause(value: str) -> str:
    return spell_pause(read_pause(value))


def _id_or_none(value: str) -> str:
    if value and not value.isdigit():
        raise ValueError(value)
    return value


SETTINGS = {
    setting.name: setting
    for setting in (
        Setting("mode", "read", "read or write", _one_of("read", "write")),
        Setting("auto_post", "certain", "certain or off", _one_of("certain", "off")),
        Setting("record_deposits", "off", "off or on", _one_of("off", "on")),
        Setting("pass_through", "off", "off or on", _one_of("off", "on")),
        Setting("record_fees", "off", "off or on", _one_of("off", "on")),
        Setting("fee_category", "", "the id of a category of expenses, or nothing", _id_or_none),
        Setting("bank_feed", "unknown", "yes, no or unknown", _one_of("yes", "no", "unknown")),
        Setting("books_locked_until", "", "a date such as 2026-01-31, or nothing", _day_or_none),
        Setting("post_since", "", "a date such as 2026-01-31", _day),
        Setting("settle_after", "900", "seconds, from 1 to 86400", _number(1, 86_400)),
        Setting("invoices_every", "60", "minutes, from 5 to 1440", _number(5, 1440)),
        Setting("payments_every", "5", "minutes, from 1 to 1440", _number(1, 1440)),
        Setting(
            "paused_until", "", "a time such as 2026-01-31T17:00:00Z, resumed, or nothing", _pause
        ),
    )
}


def get_setting(name: str) -> Setting:
    """The setting of that name; raises `WrongUsage` with all names."""
    found = SETTINGS.get(name)
    if found is None:
        raise WrongUsage(
            "There is no such setting",
            f"“{name}” is not among {', '.join(sorted(SETTINGS))}.",
            "Check the spelling.",
        )
    return found


def checked(name: str, value: str) -> str:
    """The value as it is kept, if it fits the setting; raises `WrongUsage`."""
    setting = get_setting(name)
    try:
        return setting.check(value)
    except ValueError:
        raise WrongUsage(
            "That value does not fit",
            f"{name} takes {setting.expects}, not “{value}”.",
            "Nothing was changed.",
        ) from None
