"""Items of the demo year that are pages, each kind in its list. Consultations are built in drafts.py."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any, Self

from django.core.files.images import ImageFile
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from accounts.models import User
from budget.models import DisclosureIndexPage, DisclosurePage
from budget.tables import MOST_COLUMNS, MOST_ROWS, Table, table_of
from catalogue.models import Category
from consultations.models import ConsultationIndexPage, ConsultationPage
from lib.upload_fields import limits
from lib.workbooks import rows_of
from library.models import SiteDocument, SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from pages.models import BasePage
from places.models import PlaceIndexPage, PlacePage
from planning.models import ProgressNote, ProjectIndexPage, ProjectPage
from recruitment.models import VacancyIndexPage, VacancyPage
from tenants.demo.corpus.model import Asked, Block, Disclosed, Item, Opening, Sight, Undertaken
from tenants.demo.corpus.pictures import PICTURES, draw
from tenants.demo.documents import keep_print, keep_sheet, of_kind, published_at
from tenants.demo.drafts import consultation, write_what_followed

MODELS: dict[type, type[BasePage]] = {
    Disclosed: DisclosurePage,
    Undertaken: ProjectPage,
    Sight: PlacePage,
    Opening: VacancyPage,
    Asked: ConsultationPage,
}
LISTS: dict[type, type[BasePage]] = {
    type(None): ArticleIndexPage,
    Disclosed: DisclosureIndexPage,
    Undertaken: ProjectIndexPage,
    Sight: PlaceIndexPage,
    Opening: VacancyIndexPage,
    Asked: ConsultationIndexPage,
}


@dataclass(frozen=True)
class Shelf:
    """What pages are made with: the site's pictures, the categories, and the list that each kind stands in."""

    pictures: dict[str, SiteImage]
    categories: dict[str, Category]
    lists: dict[tuple[type, str], BasePage]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Self:
        items = list(items)
        return cls(
            pictures=_pictures({name for item in items for name in _picture_names(item)}),
            categories={category.key: category for category in Category.objects.all()},
            lists={
                (kind, page.locale.language_code): page
                for kind in {type(item.record) for item in items}
                for page in _lists(LISTS[kind])
            },
        )


def _lists(model: type[BasePage]) -> list[BasePage]:
    """The first list of that kind in the tree, in each language: of articles that is “Tin tức”."""
    first = model._default_manager.filter(locale=Locale.get_default()).order_by("path")[0]
    return list(first.get_translations(inclusive=True).select_related("locale"))


def write_item(item: Item, shelf: Shelf, *, by: User | None) -> None:
    index = shelf.lists[type(item.record), item.language]
    page = BUILT[type(item.record)](item, shelf)
    page.title, page.slug, page.published_on = item.title, item.slug, item.published
    page.first_published_at = page.last_published_at = published_at(item)
    page.locale_id = index.locale_id
    page.body = [_block(block, shelf.pictures) for block in item.body]
    with disable_reference_index_auto_update():
        index.add_child(instance=page)
    if isinstance(item.record, Asked):
        write_what_followed(page, item.record, by=by)


def _article(item: Item, shelf: Shelf) -> ArticlePage:
    page = ArticlePage(lead=item.lead, author_line=item.author, **_picture_of(item, shelf))
    page.categories = [shelf.categories[key] for key in item.categories]
    return page


def _disclosure(item: Item, shelf: Shelf) -> DisclosurePage:
    record = of_kind(Disclosed, item)
    sheet = keep_sheet(item.title, record)
    return DisclosurePage(
        year=record.year,
        period=record.period,
        subject=record.subject,
        form=record.form,
        decision_number=record.decision.number,
        decided_on=record.decision.issued,
        decided_by=record.decision.issuer,
        decision=keep_print(record.decision, item.body),
        sheet=sheet,
        table=_table_in(sheet).as_json(),
    )


def _table_in(sheet: SiteDocument) -> Table:
    """As the form of a disclosure reads it."""
    with sheet.file.open("rb") as file:
        table = table_of(rows_of(file, limits(), most_rows=MOST_ROWS, most_columns=MOST_COLUMNS))
    if table is None:
        raise ValueError(sheet.title)
    return table


def _project(item: Item, shelf: Shelf) -> ProjectPage:
    record = of_kind(Undertaken, item)
    page = ProjectPage(
        status=record.status,
        aim=item.lead,
        field=record.field,
        kind=record.kind,
        place=record.place,
        first_year=record.years[0],
        last_year=record.years[1],
        cost=record.cost,
        funding=record.funding,
        funder=record.funder,
    )
    page.notes = [ProgressNote(noted_on=note.day, percent=note.percent, text=note.text) for note in record.notes]
    return page


def _place(item: Item, shelf: Shelf) -> PlacePage:
    record = of_kind(Sight, item)
    latitude, longitude = record.point or (None, None)
    return PlacePage(
        kind=record.kind,
        lead=item.lead,
        address=record.address,
        opening_hours=record.hours,
        admission=record.admission,
        latitude=Decimal(latitude) if latitude else None,
        longitude=Decimal(longitude) if longitude else None,
        **_picture_of(item, shelf),
    )


def _vacancy(item: Item, shelf: Shelf) -> VacancyPage:
    record = of_kind(Opening, item)
    return VacancyPage(
        employer=record.employer,
        positions=record.positions,
        requirements=record.requirements,
        how_to_apply=record.how_to_apply,
        closes_on=record.closes,
    )


BUILT: dict[type, Callable[[Item, Shelf], Any]] = {
    type(None): _article,
    Disclosed: _disclosure,
    Undertaken: _project,
    Sight: _place,
    Opening: _vacancy,
    Asked: lambda item, shelf: consultation(item),
}


def _picture_of(item: Item, shelf: Shelf) -> dict[str, Any]:
    if not item.picture:
        return {}
    return {"image": shelf.pictures[item.picture], "image_alt": PICTURES[item.picture].alt}


def _block(block: Block, pictures: dict[str, SiteImage]) -> dict[str, Any]:
    kind, value = BLOCKS[block.kind](block, pictures)
    return {"type": kind, "value": value, "id": str(uuid.uuid5(uuid.NAMESPACE_OID, repr(block)))}


def _table(block: Block, pictures: dict[str, SiteImage]) -> tuple[str, Any]:
    columns = [{"type": "text", "heading": heading} for heading in block.header]
    rows = [{"values": [f"<p>{cell}</p>" for cell in row]} for row in block.rows]
    return "table", {"caption": block.title, "table": {"columns": columns, "rows": rows, "caption": ""}}


def _picture(block: Block, pictures: dict[str, SiteImage]) -> tuple[str, Any]:
    image = {"image": pictures[block.picture].pk, "decorative": False, "alt_text": block.alt}
    return "picture", {"image": image, "caption": block.caption}


BLOCKS: dict[str, Callable[[Block, dict[str, SiteImage]], tuple[str, Any]]] = {
    "text": lambda block, pictures: ("text", block.html),
    "quote": lambda block, pictures: ("quote", {"text": block.text, "source": block.source}),
    "callout": lambda block, pictures: (
        "call_out",
        {"kind": "note", "text": f"<p><b>{block.title}</b> {block.text}</p>"},
    ),
    "table": _table,
    "image": _picture,
}


def _picture_names(item: Item) -> set[str]:
    names = {block.picture for block in item.body if block.kind == "image"}
    return names | ({item.picture} if item.picture else set())


def _pictures(names: set[str]) -> dict[str, SiteImage]:
    """The site's copies of the drawn pictures, drawn where they are missing."""
    known = {image.title: image for image in SiteImage.objects.filter(title__in=[_title(name) for name in names])}
    return {name: known.get(_title(name)) or _add_picture(name) for name in sorted(names)}


def _title(name: str) -> str:
    return f"{PICTURES[name].alt} (minh họa, {name})"


def _add_picture(name: str) -> SiteImage:
    file = ImageFile(BytesIO(draw(name)), name=f"demo-{name}.webp")
    image = SiteImage(title=_title(name), credit="Hình minh họa của dữ liệu demo", file=file)
    image.save()
    return image
