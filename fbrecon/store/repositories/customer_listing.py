"""The table of customers: what each owes by currency, and where they stand on the platform."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from fbrecon.domain.money import Money
from fbrecon.domain.overview import CustomerRow, TableQuery
from fbrecon.store.database import CompanyFile, chunks
from fbrecon.store.repositories.payment_faces import scaled
from fbrecon.store.repositories.table_keys import UNUSED, Filters, TextSearch, ordering

_OWED = f"i.status IN ('open', 'partial', 'disputed') AND i.visibility NOT IN {UNUSED}"
_COUNTED = f"i.visibility NOT IN {UNUSED}"
# Sums of several currencies have no order among them; here only their figures count.
_FIGURES = f"""(SELECT customer_id, TOTAL({scaled("i.outstanding_minor", "i.currency")}) AS figure
    FROM invoice AS i WHERE {_OWED} GROUP BY customer_id)"""  # noqa: S608
_NUMBERS = f"""(SELECT customer_id, COUNT(*) AS figure FROM invoice AS i WHERE {_COUNTED}
    GROUP BY customer_id)"""  # noqa: S608
_THERE = """(SELECT MAX(remote_id) FROM intent
    WHERE kind = 'platform_customer' AND leg = CAST(c.id AS TEXT) AND remote_id IS NOT NULL)"""
CUSTOMER_SORTS = {
    "name": "name COLLATE NOCASE",
    "email": "email COLLATE NOCASE",
    "currency": "currency",
    "open": "COALESCE(figure, 0)",
    "invoices": "COALESCE(figure, 0)",
    "visibility": "visibility",
}
_SEARCH = TextSearch("", ("name", "email"))


class CustomerListing:
    """Reads the customers of one company file for a table. Keys are their ids in the books."""

    def __init__(self, file: CompanyFile) -> None:
        self._file = file

    def keys(self, query: TableQuery) -> array[int]:
        """Ids of all customers that the query lets through, in its order.

        `status` is owing, on_platform, archived or deleted.
        """
        filters = Filters(currency="currency", covered="name")
        filters.search(_SEARCH, "id", query.text, indexed=False)
        filters.add_period_and_currency(query)
        if query.status == "archived":
            filters.add("visibility = 'archived'")
        elif query.status == "deleted":
            filters.add(f"visibility IN {UNUSED}")
        elif query.status == "owing":
            filters.add(
                f"""c.id IN (SELECT customer_id FROM invoice AS i
                    WHERE {_OWED} AND i.outstanding_minor > 0)"""  # noqa: S608
            )
        elif query.status == "on_platform":
            filters.add(f"{_THERE} IS NOT NULL")
        figures = {"open": _FIGURES, "invoices": _NUMBERS}.get(query.sort)
        table = "customer AS c"
        if figures is not None:
            table += f" LEFT JOIN {figures} AS f ON f.customer_id = c.id"
        return filters.keys(self._file, "id", table, ordering(CUSTOMER_SORTS, query), query.limit)

    def rows(self, keys: Sequence[int] | None = None) -> list[CustomerRow]:
        """The rows of these ids in the same order, those gone left out; or all by name."""
        wanted = list(self.keys(TableQuery("name"))) if keys is None else keys
        found: dict[int, CustomerRow] = {}
        for part in chunks(wanted):
            marks = ", ".join("?" * len(part))
            statement = f"""
                SELECT c.id, c.name, c.email, c.currency, c.visibility, {_THERE}
                FROM customer AS c WHERE c.id IN ({marks})"""  # noqa: S608 - marks only
            customers = self._file.sql(statement, part)
            there = self._there([row[5] for row in customers if row[5] is not None])
            sums = self._sums(part)
            for key, name, email, currency, visibility, remote in customers:
                known = (name, email, currency, visibility, remote)
                found[key] = CustomerRow(
                    f"cus_{key}", str(key), *known, *there.get(remote, ("", "")), *sums.get(key, ())
                )
        return [found[key] for key in wanted if key in found]

    def _there(self, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        marks = ", ".join("?" * len(ids))
        statement = f"SELECT id, name, email FROM platform_customer WHERE id IN ({marks})"  # noqa: S608
        return {row[0]: row[1:] for row in self._file.sql(statement, ids)}

    def _sums(self, ids: Sequence[int]) -> dict[int, tuple[tuple[Money, ...], int]]:
        """What these customers owe in each currency, and how many invoices they have."""
        marks = ", ".join("?" * len(ids))
        statement = f"""
            SELECT customer_id, currency, COUNT(*),
                SUM(CASE WHEN {_OWED} THEN outstanding_minor ELSE 0 END)
            FROM invoice AS i WHERE customer_id IN ({marks}) AND {_COUNTED}
            GROUP BY customer_id, currency"""  # noqa: S608 - marks only
        found: dict[int, tuple[tuple[Money, ...], int]] = {}
        rows: list[tuple[Any, ...]] = self._file.sql(statement, ids)
        for customer, currency, count, minor in rows:
            sums, before = found.get(customer, ((), 0))
            more = (Money(minor, currency),) if minor else ()
            found[customer] = ((*sums, *more), before + count)
        return found
