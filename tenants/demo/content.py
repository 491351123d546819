"""From the records of the demo year to pages of the site that is current."""

import datetime
import uuid
from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from catalogue.models import Category
from library.models import SiteImage
from newsroom.models import ArticleIndexPage, ArticlePage
from tenants.demo.corpus.model import Block, Item
from tenants.demo.corpus.pictures import PICTURES, draw

Report = Callable[[str], None]
REPORT_EVERY = 100
PUBLISHED_AT = datetime.time(8, 0)


def write_articles(items: tuple[Item, ...], report: Report) -> int:
    """Publish the items that the site does not have yet, oldest first. Returns how many were written."""
    missing = [item for item in items if item.slug not in _written_slugs()] if items else []
    pictures = _pictures({name for item in missing for name in _picture_names(item)})
    categories = {category.key: category for category in Category.objects.all()}
    indexes = {index.locale.language_code: index for index in _indexes()}
    for number, item in enumerate(sorted(missing, key=lambda item: (item.published, item.key)), start=1):
        _write(item, indexes[item.language], pictures, categories)
        if number % REPORT_EVERY == 0:
            report(f"{number} of {len(missing)} items")
    return len(missing)


def _written_slugs() -> set[str]:
    return set(ArticlePage.objects.values_list("slug", flat=True))


def _indexes() -> list[ArticleIndexPage]:
    """The page "Tin tức" of each language, under which articles are written."""
    first = ArticleIndexPage.objects.filter(slug="tin-tuc", locale=Locale.get_default()).get()
    return list(first.get_translations(inclusive=True).select_related("locale"))


def _write(
    item: Item, index: ArticleIndexPage, pictures: dict[str, SiteImage], categories: dict[str, Category]
) -> None:
    published_at = timezone.make_aware(datetime.datetime.combine(item.published, PUBLISHED_AT))
    page = ArticlePage(
        title=item.title,
        slug=item.slug,
        lead=item.lead,
        image=pictures[item.picture] if item.picture else None,
        image_alt=PICTURES[item.picture].alt if item.picture else "",
        body=[_block(block, pictures) for block in item.body],
        author_line=item.author,
        published_on=item.published,
        first_published_at=published_at,
        last_published_at=published_at,
        locale_id=index.locale_id,
    )
    page.categories = [categories[key] for key in item.categories]
    with disable_reference_index_auto_update():
        index.add_child(instance=page)


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
