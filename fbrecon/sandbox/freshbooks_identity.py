"""FreshBooks' `users/me`: who signed in, and which businesses they belong to.

The answer holds secrets (`fasttrack_token`), as the real one does: callers must not log it.
"""

from __future__ import annotations

from typing import Any

from flask import Flask, Response

from fbrecon.sandbox.freshbooks_http import answer
from fbrecon.sandbox.state import Membership, SandboxState

_CREATED_AT = "2023-02-14T15:31:51Z"
_PERMISSIONS: dict[str, bool | int] = {
    "staff.limit": -1,
    "client.limit": -1,
    "attachments.access": True,
    "accounts_payable.access": False,
    "advanced_accounting.access": True,
    "flexible_chart_of_accounts.access": True,
    "flexcoa_advanced_accounting.access": True,
    "manual_journal_entries_feature.access": True,
    "business_accountant.limit": 10,
    "partial_payments.access": True,
    "payment_links.access": True,
    "refunds.access": True,
    "retained_earnings.access": True,
    "latest_released_api_version.access": True,
}


def register(app: Flask, state: SandboxState) -> None:
    """Adds the route."""

    @app.get("/auth/api/v1/users/me")
    def me() -> Response:
        return answer({"response": _me(state)})


def _me(state: SandboxState) -> dict[str, Any]:
    person, first, last = state.identity_id, "Harbor", "Bookkeeping"
    usable = [m for m in state.memberships if m.account_id and m.role != "client"]
    entries = {"manual_journal_entries_feature.access": state.options.journal_entries}
    permissions = {**_PERMISSIONS, **entries}
    statuses = {m.account_id: "active_paid" for m in usable}
    return {
        "id": person,
        "identity_id": person,
        "identity_uuid": state.identity_uuid,
        "first_name": first,
        "last_name": last,
        "email": state.email,
        "language": "en",
        "confirmed_at": _CREATED_AT,
        "created_at": _CREATED_AT,
        "unconfirmed_email": None,
        "setup_complete": True,
        "phone_numbers": [{"title": "", "phone_number": None}],
        "addresses": [None],
        "profession": None,
        "links": {
            "me": f"/service/auth/api/v1/users?id={person}",
            "roles": f"/service/auth/api/v1/users/role/{person}",
        },
        "profile": {
            "setup_complete": True,
            "first_name": first,
            "last_name": last,
            "phone_number": None,
            "address": None,
            "profession": None,
            "professions": [],
            "has_password": True,
            "is_email_confirmed": True,
            "timezone": "America/New_York",
            "time_format": 0,
        },
        "permissions": {m.account_id: permissions for m in usable},
        "groups": [_group(state, membership) for membership in state.memberships],
        "subscription_statuses": statuses,
        "business_statuses": statuses,
        "integrations": {},
        "business_memberships": [_membership(state, m) for m in state.memberships],
        "identity_origin": "magnum",
        "timezone": "America/New_York",
        "otp_required_for_login": False,
        "otp_delivery_method": "email",
        "roles": [_role(m) for m in state.memberships if m.account_id],
    }


def _membership(state: SandboxState, membership: Membership) -> dict[str, Any]:
    return {
        "id": membership.id,
        "role": membership.role,
        "unacknowledged_change": False,
        "fasttrack_token": membership.fasttrack_token,
        "business": {
            "id": membership.business_id,
            "business_uuid": membership.business_uuid,
            "name": membership.name,
            "account_id": membership.account_id,
            "number_format": None,
            "date_format": "mm/dd/yyyy",
            "first_day_of_week": 0,
            "active": True,
            "timezone": membership.timezone,
            "status": "active_paid",
            "advanced_accounting_enabled": False,
            "industry": None,
            "billing_country_code": "USA",
            "business_type": None,
            "address": {
                "id": membership.business_id + 1_600_000,
                "street": "14 Wharf Street",
                "street2": "",
                "city": "Portland",
                "province": "Maine",
                "country": "United States",
                "postal_code": "04101",
            },
            "phone_number": {"id": membership.business_id - 8_000_000, "phone_number": ""},
            "business_clients": _business_clients(state, membership),
        },
    }


def _business_clients(state: SandboxState, membership: Membership) -> list[dict[str, Any]]:
    """A business without accounts of its own can be somebody's client: a trap for the unwary."""
    if membership.account_id is not None:
        return []
    owner = state.memberships[-1]
    return [
        {
            "id": membership.id + 17,
            "business_id": membership.business_id,
            "account_id": owner.account_id,
            "userid": 65_342,
            "client_business": {"business_id": membership.business_id},
            "account_business": {
                "account_business_id": owner.business_id,
                "account_id": owner.account_id,
            },
        }
    ]


def _group(state: SandboxState, membership: Membership) -> dict[str, Any]:
    return {
        "id": membership.id,
        "group_id": membership.id - 12_213_665,
        "role": membership.role,
        "identity_id": state.identity_id,
        "identity_uuid": state.identity_uuid,
        "business_id": membership.business_id,
        "active": True,
    }


def _role(membership: Membership) -> dict[str, Any]:
    """The older list, in which an owner is called admin."""
    return {
        "id": membership.id - 24_897_535,
        "role": "admin" if membership.role == "owner" else membership.role,
        "systemid": membership.business_id - 4_296_285,
        "userid": 1,
        "created_at": _CREATED_AT,
        "links": {"destroy": f"/service/auth/api/v1/users/role/{membership.id - 24_897_535}"},
        "accountid": membership.account_id,
    }
