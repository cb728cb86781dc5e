"""The contract's JSON of what undeposited funds should hold, and of what explains it."""

from __future__ import annotations

from typing import Any

from fbrecon.app.views import BucketSum, ClearingItem, ClearingView
from fbrecon.domain.money import Money

Json = dict[str, Any]


def clearing(row: ClearingView) -> Json:
    """One currency of `clearing` in `status --json`."""
    return {
        "currency": row.currency,
        "expected": row.expected.to_decimal_string(),
        "proven": _amount(row.proven),
        "difference": _amount(row.difference),
        "balance": _amount(row.balance),
        "buckets": [_bucket(bucket) for bucket in row.buckets],
    }


def clearing_item(item: ClearingItem) -> Json:
    """One of `list clearing --json`."""
    return {
        "id": item.id,
        "bucket": item.bucket.value,
        "date": item.on.isoformat(),
        "age_days": item.age_days,
        "amount": item.amount.to_decimal_string(),
        "currency": item.amount.currency,
        "text": item.text,
    }


def _bucket(value: BucketSum) -> Json:
    return {
        "bucket": value.bucket.value,
        "amount": value.amount.to_decimal_string(),
        "count": value.count,
        "oldest": None if value.oldest_on is None else value.oldest_on.isoformat(),
        "by_age": [
            {
                "days": age.band.name,
                "amount": age.amount.to_decimal_string(),
                "count": age.count,
            }
            for age in value.ages
        ],
    }


def _amount(value: Money | None) -> str | None:
    return None if value is None else value.to_decimal_string()
