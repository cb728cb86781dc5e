"""Queries that peewee composes once, to be asked again with other values.

peewee takes longer to shape a statement than SQLite to answer it. A function under `@composed`
builds its query once for each *shape* of its arguments, with a `Slot` where a value will stand;
afterwards only the values change. peewee stays the one author of the SQL, and each value passes
through the very converter that peewee chose for its place.

    @composed
    def _open_of(customer: int, states: Sequence[str]) -> Any:
        return InvoiceRow.select().where(
            InvoiceRow.customer_id == customer, InvoiceRow.status.in_(states)
        )

    file.rows(_open_of(7, ["open", "partial"]))

The shape is what the statement may depend on: None, True and False, tables, and how many items a
list has. Such arguments reach the function as they are, lists as lists of slots, so `if states:`
and `if customer is None:` are fine. All else is a slot, and a slot refuses every question about its
value: a statement that depended on one would be wrong for the next.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, NoReturn, ParamSpec

from peewee import Context, Field, Insert, IntegerField, Select, TextField
from playhouse.apsw_ext import APSWDatabase

P = ParamSpec("P")

_DIALECT: Any = APSWDatabase(None)  # type: ignore[no-untyped-call]  # never opened: it tells how SQLite writes things
_LISTS = (list, tuple, set, frozenset)
_VALUE = "value"
# In a STRICT table these hold what they say, so reading them needs no conversion.
_AS_THEY_ARE = {IntegerField.adapt, TextField.adapt, Field.adapt}

Convert = Callable[[Any], Any]


class Slot:
    """Where a value of the call will stand. Nothing can be learned from it."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError("a composed query must not depend on a value, only on its place")

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __str__ = __int__ = __iter__ = __len__ = __index__ = __add__ = __radd__ = _refuse
    __hash__ = _refuse


class _Filled(NamedTuple):
    """A parameter of the statement: a value of the call, or a constant of the query."""

    place: int | None
    convert: Convert | None
    constant: Any = None


class _Shaping(Context):
    """peewee's own composing, which notes for each slot how its values are converted."""

    __slots__ = ()

    def as_new(self) -> _Shaping:
        return _Shaping(**self.state.settings)

    def value(self, value: Any, converter: Any = None, add_param: bool = True) -> Any:  # noqa: FBT001, FBT002 - peewee's
        if not isinstance(value, Slot):
            return super().value(value, converter, add_param)
        if self.state.value_literals:
            raise TypeError("a value cannot be written into the text of a composed query")
        if converter is None:
            converter = self.state.converter
        parameters: list[Any] = self._values  # type: ignore[attr-defined]
        parameters.append(_Filled(value.place, converter or None))
        return self.literal(self.state.param or "?") if add_param else self


@dataclass(frozen=True, slots=True)
class Shape:
    """One statement, what fills it, and how its rows are read."""

    statement: str
    fills: tuple[_Filled, ...]
    table: str
    adds_a_row: bool
    row: Callable[[Iterable[Any]], Any] | None
    readers: tuple[tuple[int, Convert], ...]

    def parameters(self, values: list[Any]) -> list[Any]:
        """The values of a call as the statement wants them."""
        return [
            constant
            if place is None
            else values[place]
            if convert is None
            else convert(values[place])
            for place, convert, constant in self.fills
        ]

    def read(self, found: Iterable[tuple[Any, ...]]) -> list[Any]:
        """Rows as SQLite gives them, as tuples whose items have the names of the columns."""
        assert self.row is not None
        if not self.readers:
            return [self.row(row) for row in found]
        rows = []
        for row in found:
            items = list(row)
            for place, convert in self.readers:
                items[place] = convert(items[place])
            rows.append(self.row(items))
        return rows


class Asked:
    """One call of a composed query: what `CompanyFile` runs."""

    __slots__ = ("_key", "_query", "values")

    def __init__(self, query: Composed[Any], key: tuple[Any, ...], values: list[Any]) -> None:
        self._query = query
        self._key = key
        self.values = values

    def shape(self, *, first: bool = False) -> Shape:
        """The statement to run; `first`: only for its first row."""
        return self._query.shape(self._key, first=first)


class Composed(Generic[P]):
    """A query that is composed once for each shape of its arguments."""

    def __init__(self, build: Callable[P, Any]) -> None:
        self.build = build  # the plain query, as peewee itself would run it
        self._shapes: dict[tuple[Any, ...], Shape] = {}

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Asked:
        """The query with these values, for `CompanyFile` to run."""
        values: list[Any] = []
        key = (
            tuple([_part(arg, values) for arg in args]),
            tuple([(name, _part(arg, values)) for name, arg in kwargs.items()]),
        )
        return Asked(self, key, values)

    def shape(self, key: tuple[Any, ...], *, first: bool = False) -> Shape:
        """The statement for arguments of that shape."""
        found = self._shapes.get((key, first))
        if found is None:
            found = self._shapes[key, first] = self._compose(key, first=first)
        return found

    def _compose(self, key: tuple[Any, ...], *, first: bool) -> Shape:
        slots = _Slots()
        positional, named = key
        # In the order in which a call's values are gathered, hence one after the other.
        arguments = [slots.stand_in(part) for part in positional]
        by_name = {name: slots.stand_in(part) for name, part in named}
        build: Any = self.build
        query = build(*arguments, **by_name)
        shape = _shape(query.limit(1) if first else query)
        if {fill.place for fill in shape.fills} - {None} != set(range(slots.count)):
            raise TypeError("a composed query must use each of its arguments")
        return shape


class _Slots:
    """Numbers the slots of one call."""

    def __init__(self) -> None:
        self.count = 0

    def stand_in(self, part: Any) -> Any:
        """What the function is given for an argument of that shape."""
        if isinstance(part, tuple):
            return [self._next() for _ in range(part[0])]
        return self._next() if part is _VALUE else part

    def _next(self) -> Slot:
        self.count += 1
        return Slot(self.count - 1)


def composed(build: Callable[P, Any]) -> Composed[P]:
    """A function that builds a peewee query, made into one that is composed once."""
    return Composed(build)


def _part(argument: Any, values: list[Any]) -> Any:
    """What the statement may depend on; everything else goes to the values."""
    if argument is None or argument is True or argument is False or isinstance(argument, type):
        return argument
    if isinstance(argument, _LISTS):
        items = list(argument)
        # An item twice changes no `IN`, and so the lengths of lists make few shapes.
        size = 1 << (len(items) - 1).bit_length() if items else 0
        values += items
        values += items[-1:] * (size - len(items))
        return (size,)
    values.append(argument)
    return _VALUE


def _shape(query: Any) -> Shape:
    is_insert, is_select = isinstance(query, Insert), isinstance(query, Select)
    if is_insert and any(map(callable, query.get_default_data().values())):
        raise TypeError("a default that is made anew for each row cannot be composed once")
    shaping: Any = _Shaping(**_DIALECT.get_context_options())
    statement, parameters = shaping.parse(query)
    fills = tuple(p if isinstance(p, _Filled) else _Filled(None, None, p) for p in parameters)
    if not is_select:
        return Shape(statement, fills, table_of(query), is_insert, None, ())
    names, readers = [], []
    for place, selected in enumerate(query._returning):  # noqa: SLF001 - peewee has no other way to it
        field = selected.unwrap()
        if not isinstance(field, Field):
            raise TypeError("a composed query selects columns only")
        names.append(selected._alias if selected.is_alias() else field.name)  # noqa: SLF001
        if not _is_read_as_it_is(field):
            readers.append((place, field.python_value))
    row: Any = namedtuple("Row", names)  # type: ignore[misc]  # noqa: PYI024 - named by the query
    table = table_of(query)
    return Shape(statement, fills, table, adds_a_row=False, row=row._make, readers=tuple(readers))


def table_of(query: Any) -> str:
    """The table that a query of peewee writes to, or reads first."""
    return str(query.model._meta.table_name)  # noqa: SLF001 - peewee's documented way to it


def _is_read_as_it_is(field: Field) -> bool:
    kind: Any = type(field)
    return kind.python_value is Field.python_value and kind.adapt in _AS_THEY_ARE
