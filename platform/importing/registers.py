"""A register describes itself, and this room imports into it without knowing it by name.

A room offers its register with Wagtail's hook:

    @hooks.register("import_registers")
    def offer_documents() -> Register:
        return DOCUMENTS
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

from django import forms
from django.http import Http404
from wagtail import hooks

from accounts.models import User
from importing.cells import Wrong
from importing.readers import Files, Reader
from importing.tables import Opener

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

HOOK = "import_registers"

Key = tuple[Any, ...]
Values = Mapping[str, Any]
"""By the keys of columns. A column that is missing is left as it is; None empties it."""


@dataclass(frozen=True)
class Column:
    """The header is Vietnamese, as it stands in people's own tables and in the template; so are the other names by
    which it goes. A required column may be missing from a sheet that only changes what is there."""

    key: str
    header: str
    reader: Reader
    required: bool = False
    synonyms: tuple[str, ...] = ()
    help: "_StrOrPromise" = ""
    example: str = ""


@dataclass(frozen=True)
class Item:
    """What the register has, with every column's value in the form in which the reader gives it.

    `version` changes with everything that may be edited and is no column: what was edited since is not undone.
    `closed` says why nothing may be changed there now: a colleague's draft would be lost.
    """

    pk: int
    values: Values
    version: str = ""
    closed: Wrong | None = None


class Find(Protocol):
    def __call__(self, keys: Collection[Key], *, lock: bool) -> Mapping[Key, Item]: ...


class Terms(forms.Form):
    """What a register asks for along with the sheet. `kept` is stored with the import, as JSON."""

    def kept(self) -> dict[str, Any]:
        raise NotImplementedError


def nothing_to_add(values: Values) -> Iterable[tuple[str, Wrong]]:
    return ()


@dataclass(frozen=True)
class Register:
    """`find`, `read` and what writes are called inside one transaction per import; what writes is the register's own
    actions. Rows come in portions, so that a register may write many at once. Where people edit items by hand, `read`
    and a `find` that is told so lock what they find (FOR UPDATE): what was compared is then what is changed.
    """

    key: str
    """Stays what it is: remembered columns and past imports are kept under it."""
    name: "_StrOrPromise"
    columns: tuple[Column, ...]
    natural_key: tuple[str, ...]
    """Columns that together say which item a row is about."""
    may_import: Callable[[User], bool]
    """Who may add and publish there by hand."""
    find: "Find"
    read: Callable[[Collection[int]], Mapping[int, Item]]
    create: Callable[[Sequence[Values], User], list[int]]
    """Adds items and returns their numbers, in the same order."""
    change: Callable[[Sequence[tuple[int, Values]], User], None]
    """Gets, by number, what is different only."""
    remove: Callable[[Sequence[int], User], None]
    """Takes back what an import has added."""
    check: Callable[[Values], Iterable[tuple[str, Wrong]]] = nothing_to_add
    """What is wrong between the columns of one item, beside the columns' own readers."""
    identity: Callable[[Values], Key] | None = None
    """What `find` is asked for, where that is less or more than the natural key's columns as they are: the year of a
    day, a number without its spaces."""

    equal_rows_are_one: bool = False
    """Whether two rows about one item that say the same are one row, and not a mistake."""
    merge: Callable[[Values, Values], Values] | None = None
    """What a row says, beside what the item has: with what no sheet could say of it, a translation."""
    titled: str = ""
    """A column by whose text people know an item, beside its natural key."""
    formats: Mapping[str, Opener] = field(default_factory=dict)
    """By extension: what the register reads beside workbooks and text files."""
    reads: "_StrOrPromise" = ""
    """In a sentence for who uploads: what these are, and what of them is not read."""
    terms: type[Terms] | None = None
    under: "Callable[[Register, Mapping[str, Any]], Register] | None" = None
    """The register as it finds and writes under these terms."""
    gone: Callable[[Collection[Key], Collection[Any]], Iterable[tuple[str, Item]]] | None = None
    """What is to be retired because the sheet, said to be complete, does not name it; each with its label. Gets the
    keys of all rows, and what stands in their column `scope`."""
    scope: str = ""
    streams: bool = False
    """Whether rows are written before the next ones are read: for very large files, where no row has to do with
    another one."""
    retire: Callable[[Sequence[int], User], None] | None = None
    take_back: Callable[[Collection[int], User], None] | None = None
    """Undoes all that was done to these items under the terms, where the register remembers by itself what was there
    before. Such an import keeps no values of its own."""

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    @property
    def takes_files(self) -> bool:
        return any(isinstance(column.reader, Files) for column in self.columns)

    def key_of(self, values: Values) -> Key:
        if self.identity:
            return self.identity(values)
        return tuple(values.get(column) for column in self.natural_key)

    def label_of(self, values: Values) -> str:
        keys = (*self.natural_key, self.titled) if self.titled else self.natural_key
        shown = [self.column(key).reader.shown(values.get(key)) for key in keys]
        return " · ".join(filter(None, shown))

    def as_json(self, values: Values) -> dict[str, Any]:
        return {key: self.column(key).reader.as_json(value) for key, value in sorted(values.items())}

    def from_json(self, kept: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self.column(key).reader.from_json(value) for key, value in kept.items()}

    def fresh(self) -> "Register":
        columns = tuple(replace(column, reader=column.reader.fresh()) for column in self.columns)
        return replace(self, columns=columns)


def all_registers() -> list[Register]:
    """Anew each time: what a list of choices said on one page is not what it says on the next."""
    return [offer().fresh() for offer in hooks.get_hooks(HOOK)]


def registers_for(user: User) -> list[Register]:
    return [register for register in all_registers() if user.is_active and register.may_import(user)]


def working(key: str, terms: Mapping[str, Any]) -> Register:
    """The register of that name, under the terms of one import."""
    register = register_named(key)
    return register.under(register, terms) if register.under else register


def register_named(key: str) -> Register:
    """Raises Http404 where the installation has no such register, or no longer."""
    for register in all_registers():
        if register.key == key:
            return register
    raise Http404
