"""The poster of one company, for what is written outside a sync; its caller holds the lease."""

from __future__ import annotations

from fbrecon.app.company import Company
from fbrecon.clock import SESSION
from fbrecon.domain.activity import Actor, Who
from fbrecon.sync.platform_writers import writers_for
from fbrecon.sync.post import Poster
from fbrecon.sync.preflights import NothingAhead, Preflights
from fbrecon.sync.pull import BooksPull
from fbrecon.sync.send_watch import SendWatch
from fbrecon.sync.settling import Clocks


def open_poster(company: Company) -> Poster:
    """A poster over the services that are connected; nothing is sent while sending waits.

    What a crash left half sent is uncertain from here on. A file that may not know all that was
    sent is read anew by the next sync, as if that had noticed it.
    """
    rules = company.settle_rules()
    watch = SendWatch(
        company.stores, company.shelf.send_counts(), company.business.account_id, rules
    )
    books = company.find_books()
    with company.stores.write():  # noticed and begun anew, or neither
        if watch.look(Clocks(company.clock).mark()) and books is not None:
            BooksPull(books, company.stores, company.clock).restart()
    reads = None if books is None else Preflights(books, company.clock)
    poster = Poster(
        company.stores.outbox,
        writers_for(books, company.find_platform(), company.stores, reads),
        company.clock,
        rules,
        watch=watch,
        ahead=reads or NothingAhead(),
        session=SESSION,
    )
    with company.stores.activity.acting(Actor(Who.PROGRAM)):
        poster.recover()
    return poster
