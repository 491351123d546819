"""The links in what an editor has written: rich text, blocks, fields of addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup
from django.db.models import URLField
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField

from links.sources import Found


def has_links(model: type[Any]) -> bool:
    """Whether anything of that kind can hold one."""
    return any(_holds_links(field) for field in model._meta.get_fields())


def _holds_links(field: Any) -> bool:
    return isinstance(field, StreamField | RichTextField | URLField)


def links_of(instance: Any) -> tuple[Found, ...]:
    """In the order in which they stand there, each address once."""
    found: dict[str, Found] = {}
    for field in instance._meta.get_fields():
        if _holds_links(field):
            for link in _in_field(field, getattr(instance, field.name)):
                found.setdefault(link.address, link)
    return tuple(found.values())


def _in_field(field: Any, value: Any) -> Iterator[Found]:
    if isinstance(field, StreamField):
        yield from in_block(value.stream_block, value)
    elif isinstance(field, RichTextField):
        yield from in_rich_text(value)
    elif value:
        yield Found(value)


def in_block(block: blocks.Block, value: Any) -> Iterator[Found]:
    if value is None or value == "":
        return
    if isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from in_block(child.block, child.value)
    elif isinstance(block, blocks.StructBlock):
        # Of a picture the value is the picture itself.
        if isinstance(value, Mapping):
            for name, child_block in block.child_blocks.items():
                yield from in_block(child_block, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value:
            yield from in_block(block.child_block, child)
    elif isinstance(block, TypedTableBlock):
        for row in value.rows:
            for cell in row:
                yield from in_block(cell.block, cell.value)
    elif isinstance(block, blocks.RichTextBlock):
        yield from in_rich_text(value.source)
    elif isinstance(block, blocks.URLBlock):
        yield Found(str(value))
    elif isinstance(block, blocks.PageChooserBlock):
        yield Found(f"page:{value.pk}", value.title)
    elif isinstance(block, DocumentChooserBlock):
        yield Found(f"document:{value.pk}", value.title)


def in_rich_text(source: str) -> Iterator[Found]:
    """Of text as Wagtail stores it, where links to pages and files bear their number."""
    if "<a" not in (source or ""):
        return
    for anchor in BeautifulSoup(source, "html.parser").find_all("a"):
        words = " ".join(anchor.get_text(" ").split())
        kind, number = str(anchor.get("linktype", "")), str(anchor.get("id", ""))
        if kind in ("page", "document") and number.isascii() and number.isdigit():
            yield Found(f"{kind}:{number}", words)
        elif address := str(anchor.get("href", "")).strip():
            yield Found(address, words)
