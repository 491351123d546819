"""A register of documents for the tests and the bench: a table of its own in the site's schema, written in SQL.

The real registers stand in rooms above; this one shows that the room of imports knows none of them.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import connection

from accounts.models import User
from importing.cells import Wrong
from importing.readers import Choice, Day, Files, NamedFile, Number, Text, YesNo
from importing.registers import Column, Item, Key, Register, Values

TABLE = """
    CREATE TABLE sample_document (
        id bigserial PRIMARY KEY, number text NOT NULL UNIQUE, abstract text NOT NULL, form text, issued_on date,
        effective_on date, fee numeric, in_force boolean, files jsonb, edits integer NOT NULL DEFAULT 0
    )
"""
RIGHTS = """
    GRANT SELECT, INSERT, UPDATE, DELETE ON sample_document TO PUBLIC;
    GRANT USAGE ON sample_document_id_seq TO PUBLIC
"""
FORMS = {"Quyết định": "decision", "Kế hoạch": "plan", "Thông báo": "notice", "Công văn": "letter"}
FILES = Files()


def may_import(user: User) -> bool:
    """As registers do it: by a permission. This one takes that of approvers and administrators."""
    return user.has_perm("wagtail_localize.submit_translation")


def create(batch: Sequence[Values], by: User) -> list[int]:
    with connection.cursor() as cursor:
        return [_insert(cursor, values) for values in batch]


def change(batch: Sequence[tuple[int, Values]], by: User) -> None:
    with connection.cursor() as cursor:
        for pk, values in batch:
            settings = ", ".join(f"{key} = %s" for key in values)
            kept = [_kept(key, value) for key, value in values.items()]
            cursor.execute(f"UPDATE sample_document SET {settings}, edits = edits + 1 WHERE id = %s", [*kept, pk])


def remove(pks: Sequence[int], by: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM sample_document WHERE id = ANY(%s)", [list(pks)])


def find(keys: Collection[Key], *, lock: bool) -> Mapping[Key, Item]:
    numbers = [number for (number,) in keys]
    items = _select("number = ANY(%s) FOR UPDATE", numbers)
    return {(item.values["number"],): item for item in items}


def read(pks: Collection[int]) -> Mapping[int, Item]:
    return {item.pk: item for item in _select("id = ANY(%s)", list(pks))}


def check(values: Values) -> Iterator[tuple[str, Wrong]]:
    issued, effective = values.get("issued_on"), values.get("effective_on")
    if issued and effective and effective < issued:
        yield "effective_on", Wrong("Ngày hiệu lực trước ngày ban hành.", f"{issued:%d/%m/%Y}")


def _insert(cursor: Any, values: Values) -> int:
    names = ", ".join(values)
    marks = ", ".join(["%s"] * len(values))
    kept = [_kept(key, value) for key, value in values.items()]
    cursor.execute(f"INSERT INTO sample_document ({names}) VALUES ({marks}) RETURNING id", kept)
    return cursor.fetchone()[0]


def _kept(key: str, value: Any) -> Any:
    if key == "files" and value:
        sizes = [len(file.read()) if file.read else None for file in value]
        return json.dumps([[*kept[:2], size] for kept, size in zip(FILES.as_json(value), sizes, strict=True)])
    return value


def _select(where: str, values: Iterable[Any]) -> list[Item]:
    keys = [column.key for column in DOCUMENTS.columns]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, edits, {', '.join(keys)} FROM sample_document WHERE {where}", [values])
        return [
            Item(pk, dict(zip(keys, map(_value, keys, kept), strict=True)), str(edits))
            for pk, edits, *kept in cursor.fetchall()
        ]


def _value(key: str, kept: Any) -> Any:
    if key == "fee" and kept is not None:
        return Decimal(kept)
    if key == "files" and kept:
        return tuple(
            NamedFile(name, sha1) for name, sha1, _size in (json.loads(kept) if isinstance(kept, str) else kept)
        )
    return kept


DOCUMENTS = Register(
    key="sample-documents",
    name="Văn bản",
    columns=(
        Column(
            "number",
            "Số ký hiệu",
            Text(longest=40, pattern=r"\d+/\d{4}/[A-ZĐ]+(-[A-ZĐ]+)*", likeness="15/2023/QĐ-UBND"),
            required=True,
            synonyms=("Số hiệu", "Số văn bản"),
            help="Số, năm và cơ quan ban hành.",
            example="15/2023/QĐ-UBND",
        ),
        Column("abstract", "Trích yếu", Text(), required=True, synonyms=("Nội dung",), example="V/v giao chỉ tiêu"),
        Column("form", "Hình thức", Choice(lambda: FORMS), synonyms=("Loại văn bản",), example="Quyết định"),
        Column("issued_on", "Ngày ban hành", Day(), required=True, example="05/03/2023"),
        Column("effective_on", "Ngày hiệu lực", Day(), synonyms=("Hiệu lực từ",), example="10/03/2023"),
        Column("fee", "Lệ phí", Number(decimals=1, least=0), example="1.234.567,5"),
        Column("in_force", "Còn hiệu lực", YesNo(), example="Có"),
        Column("files", "Tệp", FILES, example="15-2023.pdf"),
    ),
    natural_key=("number",),
    may_import=may_import,
    find=find,
    read=read,
    create=create,
    change=change,
    remove=remove,
    check=check,
)
