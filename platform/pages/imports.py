"""A list of pages as a register that sheets are imported into: what rooms whose items are pages have in common.

A column stands for the field of its key. A field that leads to a file of the library is filled from the archive.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import Choices, Model, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from accounts.models import User
from importing.cells import Wrong, clean
from importing.drafts import closed
from importing.readers import Choice, Files, NamedFile, Text
from importing.registers import Column, Item, Key, Register, Values, nothing_to_add
from lib.filetypes import extension_of
from library.models import SiteImage
from pages import actions_import
from pages.models import BasePage

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

PICTURES = ("jpg", "jpeg", "png")


def nothing_to_finish(page: BasePage) -> None:
    return None


@dataclass(frozen=True)
class PageRegister:
    """`key_of` gets the natural key's fields and says what two of the same have in common."""

    model: type[BasePage]
    columns: tuple[Column, ...]
    natural_key: tuple[str, ...]
    key_of: Callable[[Values], Key]
    check: Callable[[Values], Iterable[tuple[str, Wrong]]] = nothing_to_add
    """What is wrong beside what the model itself says of its fields."""
    finish: Callable[[Any], None] = nothing_to_finish
    """Fills what is read out of a file, as the form does it for somebody who types. Called where a file changes."""

    def as_register(self, *, key: str, name: "_StrOrPromise") -> Register:
        return Register(
            key=key,
            name=name,
            columns=self.columns,
            natural_key=self.natural_key,
            may_import=may_publish,
            find=self.find,
            read=self.read,
            create=partial(actions_import.enter, self),
            change=partial(actions_import.amend, self),
            remove=partial(actions_import.take_back, self),
            check=self.wrongs_of,
            identity=self.key_of,
        )

    def pages(self) -> QuerySet:
        """Those that are written here; their translations follow them."""
        return self.model._default_manager.filter(locale=Locale.get_default())

    def find(self, keys: Collection[Key], *, lock: bool) -> Mapping[Key, Item]:
        wanted, numbers = set(keys), defaultdict(list)
        for row in self.pages().order_by("pk").values("pk", *self.natural_key):
            if (key := self.key_of(row)) in wanted:
                numbers[key].append(row["pk"])
        pages = self.pages().filter(pk__in=[pk for found in numbers.values() for pk in found])
        items = self._items(list(pages.select_for_update() if lock else pages))
        return {key: _only([items[pk] for pk in found if pk in items]) for key, found in numbers.items()}

    def read(self, pks: Collection[int]) -> Mapping[int, Item]:
        return self._items(list(self.pages().filter(pk__in=pks).select_for_update()))

    def wrongs_of(self, values: Values) -> Iterator[tuple[str, Wrong]]:
        """By the rules of the model itself, and by the room's."""
        page = self.model()
        for column in self.columns:
            files: tuple[NamedFile, ...] = ()
            if isinstance(column.reader, Files):
                files = values.get(column.key) or ()
            if len(files) > 1:
                yield column.key, Wrong(_("There is room for one file."), files[0].name)
            elif files and self.library_of(column) is SiteImage and extension_of(files[0].name) not in PICTURES:
                yield column.key, Wrong(_("This is no picture."), _("Pictures are files of type JPG or PNG."))
        try:
            self.write(page, texts := self.texts_in(values))
            page.clean_fields(exclude=[field.name for field in self.model._meta.fields if field.name not in texts])
            page.clean()
        except ValidationError as error:
            for name, reasons in error.message_dict.items():
                yield name if name in texts else self.natural_key[0], Wrong(reasons[0])
        yield from self.check(values)

    def write(self, page: BasePage, values: Values) -> None:
        """Puts into the page what is no file."""
        for key, value in values.items():
            field = self.model._meta.get_field(key)
            is_text = value is None and field.empty_strings_allowed and not field.null
            setattr(page, key, "" if is_text else field.to_python(value))

    def files_in(self, values: Values) -> Iterator[tuple[Column, NamedFile | None]]:
        for column in self.columns:
            if isinstance(column.reader, Files) and column.key in values:
                files = values[column.key]
                yield column, files[0] if files else None

    def texts_in(self, values: Values) -> dict[str, Any]:
        files = self.file_fields()
        return {key: value for key, value in values.items() if key not in files}

    def library_of(self, column: Column) -> type[Model]:
        return self.model._meta.get_field(column.key).related_model  # type: ignore[return-value]

    def file_fields(self) -> list[str]:
        return [column.key for column in self.columns if isinstance(column.reader, Files)]

    def _items(self, pages: list[BasePage]) -> dict[int, Item]:
        files = self._files_of(pages)
        keys = [page.translation_key for page in pages]
        versions: dict[Any, list[int]] = defaultdict(list)
        translated = Page.objects.filter(translation_key__in=keys, alias_of=None).order_by("pk")
        for translation_key, pk in translated.values_list("translation_key", "pk"):
            versions[translation_key].append(pk)
        return {
            page.pk: Item(
                page.pk,
                self._values(page, files) if page.live else {},
                f"{page.latest_revision_id} {page.live} {versions[page.translation_key]}",
                closed(page),
            )
            for page in pages
        }

    def _files_of(self, pages: list[BasePage]) -> dict[tuple[str, int], tuple[NamedFile, ...]]:
        """By field and number, in one question for each field."""
        found: dict[tuple[str, int], tuple[NamedFile, ...]] = {}
        for column in self.columns:
            if isinstance(column.reader, Files):
                numbers = {getattr(page, f"{column.key}_id") for page in pages} - {None}
                for pk, title, sha1 in (
                    self.library_of(column)
                    ._default_manager.filter(pk__in=numbers)
                    .values_list("pk", "title", "file_hash")
                ):
                    found[column.key, pk] = (NamedFile(title, sha1, pk),)
        return found

    def _values(self, page: BasePage, files: Mapping[tuple[str, int], tuple[NamedFile, ...]]) -> Values:
        values: dict[str, Any] = {}
        for column in self.columns:
            if isinstance(column.reader, Files):
                values[column.key] = files.get((column.key, getattr(page, f"{column.key}_id")))
            elif isinstance(column.reader, Text):
                values[column.key] = clean(getattr(page, column.key), has_lines=column.reader.has_lines) or None
            else:
                value = getattr(page, column.key)
                values[column.key] = None if value == "" else value
        return values


def may_publish(user: User) -> bool:
    """Publish anywhere on this site; where exactly is asked at each page that an import writes."""
    return PagePermissionPolicy().user_has_permission(user, "publish")


def folded(text: str | None) -> str:
    """The same for two titles that a reader takes for the same."""
    return clean(text or "").casefold()


def choice_of(choices: type[Choices]) -> Choice:
    """By the Vietnamese names: a sheet has one language, whatever the language of who hands it in."""

    def options() -> dict[str, Any]:
        with translation.override("vi"):
            return {str(label): value for value, label in choices.choices}

    return Choice(options)


def _only(items: Sequence[Item]) -> Item:
    """Two pages with one name: which of them a row means is for a person to say."""
    first, *others = items
    if not others:
        return first
    several = Wrong(
        _("The site has %(count)d entries of this name.") % {"count": len(items)}, _("Rename or remove the others.")
    )
    return Item(first.pk, first.values, first.version, several)
