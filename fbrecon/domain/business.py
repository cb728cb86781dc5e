"""The business whose books these are, and what its sign-in may do."""

from __future__ import annotations

from dataclasses import dataclass

USABLE_ROLES = ("owner", "business_partner", "business_accountant", "business_manager")


@dataclass(frozen=True, slots=True)
class Business:
    """One FreshBooks business. All three ids are needed: each family of calls takes its own."""

    id: str
    account_id: str
    uuid: str
    name: str
    role: str
    timezone: str
    active: bool = True

    @property
    def is_usable(self) -> bool:
        """Whether this sign-in can keep these books: accounting, active, not a mere client."""
        return bool(self.account_id) and self.active and self.role in USABLE_ROLES


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signed in, and the businesses this sign-in reaches."""

    id: str
    email: str
    businesses: tuple[Business, ...]

    @property
    def usable(self) -> tuple[Business, ...]:
        """The businesses that can be offered."""
        return tuple(business for business in self.businesses if business.is_usable)
