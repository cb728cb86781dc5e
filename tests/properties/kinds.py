"""What the properties are told over: sums, currencies, invoices, payments, texts, zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from fbrecon.domain.documents import Invoice, Visibility
from fbrecon.domain.money import FOUR_DECIMALS, NO_DECIMALS, THREE_DECIMALS, Money
from fbrecon.domain.posting import IntentKey, WriteKind
from tests.fakes.samples import a_line, an_invoice

currencies = st.sampled_from(
    ["USD", "EUR", "CAD", *sorted(NO_DECIMALS | THREE_DECIMALS | FOUR_DECIMALS)]
)
minors = st.integers(1 - 10**15, 10**15 - 1)  # fifteen digits, as many as a sum may have
monies = st.builds(Money, minors, currencies)
words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=30)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 12, 31)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=UTC)
)
names = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)
keys = st.builds(
    IntentKey,
    names,
    st.sampled_from(WriteKind),
    st.builds("{}:{}".format, names, names),
    names,
    st.integers(1, 3),
)
_WEST = ("Etc/GMT+10", "Pacific/Honolulu", "America/St_Johns", "America/New_York")
_EAST = ("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati")
# both ends of the day, half and quarter hours, summer time in steps of 60 and of 30 minutes
zones = st.sampled_from((*_WEST, "UTC", *_EAST))


@st.composite
def near_midnight(draw: st.DrawFn) -> datetime:
    """A moment within seconds of a full hour or a half: where some zone's day begins."""
    midnight = datetime.combine(draw(days), datetime.min.time(), UTC)
    quarter = timedelta(minutes=15 * draw(st.integers(0, 95)))
    return midnight + quarter + timedelta(microseconds=draw(st.integers(-2_000_000, 2_000_000)))


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    """Invoices with lines, taxes, discounts and partial payments; some do not add up."""
    currency = draw(currencies)
    cents = st.integers(-50_000, 1_000_000)
    lines = [
        a_line(
            Money(minor, currency),
            place,
            draw(words),
            draw(words),
            draw(st.sampled_from(["0", "0.00", "7", "19.5"])),
        )
        for place, minor in enumerate(draw(st.lists(cents, max_size=6)), 1)
    ]
    net = sum(line.amount.minor for line in lines)
    discount = draw(st.one_of(st.just(0), st.integers(0, 20_000)))
    tax = draw(st.one_of(st.just(0), st.integers(0, 100_000), st.integers(-500, 500)))
    total = max(net - discount + tax, 0)
    paid = draw(st.one_of(st.just(0), st.integers(0, total), st.integers(-100, 0)))
    return an_invoice(
        draw(st.integers(1, 10**9)),
        Money(total, currency),
        outstanding=Money(total - paid, currency),
        discount=Money(discount, currency),
        lines=lines,
        visibility=draw(st.sampled_from(Visibility)),
        label=draw(names),
        customer_name=draw(words),
        create_on=draw(days),
        due_on=draw(st.none() | days),
        updated_at=draw(moments),
    )
