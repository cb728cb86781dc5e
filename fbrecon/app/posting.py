"""The poster of one company, for what is written outside a sync; its caller holds the lease."""

from __future__ import annotations

from fbrecon.app.company import Company
from fbrecon.clock import SESSION
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.post import Poster
from fbrecon.sync.preflights import NothingAhead, Preflights
from fbrecon.sync.send_watch import SendWatch
from fbrecon.sync.settling import Clocks


def open_poster(company: Company) -> Poster:
    """A poster over the services that are connected; nothing is sent while sending waits."""
    rules = company.settle_rules()
    watch = SendWatch(
        company.stores, company.shelf.send_counts(), company.business.account_id, rules
    )
    watch.look(Clocks(company.clock).mark())
    books = company.find_books()
    reads = None if books is None else Preflights(books, company.clock)
    return Poster(
        company.stores.outbox,
        writers_for(books, company.find_platform(), company.stores, reads),
        company.clock,
        rules,
        watch=watch,
        ahead=reads or NothingAhead(),
        session=SESSION,
    )
