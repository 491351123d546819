"""The catalogue as an import finds it on the day from which the decision holds, and what writes into it: the
catalogue's own actions, all under one decision and one batch."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.models import User
from importing.cells import Wrong
from importing.registers import Item, Key, Values
from procedure_catalogue.actions import add_fields
from procedure_catalogue.actions_publish import Entry, publish_many
from procedure_catalogue.actions_repeal import repeal_many
from procedure_catalogue.actions_undo import standing_revisions, undo_batch
from procedure_catalogue.contents import PARTS, Content
from procedure_catalogue.models import Procedure, ProcedureVersion
from procedure_catalogue.states import State
from procedure_imports.terms import FIELDS, Order

PORTION = 250


@dataclass(frozen=True)
class Stock:
    order: Order

    def find(self, keys: Collection[Key], *, lock: bool) -> Mapping[Key, Item]:
        """Those that were published once. Of one that is not in force on the day, everything is said anew."""
        procedures = Procedure.objects.with_codes([code for (code,) in keys])
        found = list(procedures.select_for_update(no_key=True).order_by("code") if lock else procedures)
        published = set(
            ProcedureVersion.objects.published().filter(procedure__in=found).values_list("procedure_id", flat=True)
        )
        items = self._items([one for one in found if one.pk in published])
        return {(one.code,): items[one.pk] for one in found if one.pk in items}

    def read(self, pks: Collection[int]) -> Mapping[int, Item]:
        """Only how far their history goes, without what was taken back: what they said before, the catalogue knows."""
        procedures = list(Procedure.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("code"))
        stands = standing_revisions(one.pk for one in procedures)
        return {one.pk: Item(one.pk, {}, str(stands[one.pk])) for one in procedures}

    def _items(self, procedures: Sequence[Procedure]) -> dict[int, Item]:
        versions = self._in_force(procedure__in=procedures)
        values = {version.procedure_id: _values(version) for version in versions}
        return {
            one.pk: Item(one.pk, {"code": one.code, **values[one.pk]} if one.pk in values else {}, str(one.revision))
            for one in procedures
        }

    def _in_force(self, **which: Any) -> Any:
        return ProcedureVersion.objects.in_force(self.order.valid_from).filter(**which).select_related("field")

    def create(self, batch: Sequence[Values], by: User) -> list[int]:
        """Of a code that had a draft only, or was taken back, the procedure is there already."""
        revisions = self._revisions(code__in=[values["code"] for values in batch])
        self._publish({values["code"]: (None, values) for values in batch}, revisions, by)
        numbers = dict(Procedure.objects.with_codes([one["code"] for one in batch]).values_list("code", "pk"))
        return [numbers[values["code"]] for values in batch]

    def change(self, batch: Sequence[tuple[int, Values]], by: User) -> None:
        changes = dict(batch)
        revisions = self._revisions(pk__in=changes)
        base = self._bases(changes)
        codes = dict(Procedure.objects.filter(pk__in=changes).values_list("pk", "code"))
        self._publish({codes[pk]: (base.get(pk), values) for pk, values in changes.items()}, revisions, by)

    def _bases(self, pks: Collection[int]) -> dict[int, ProcedureVersion]:
        """What says the parts that a row leaves out: the version in force, else what was published last."""
        latest = ProcedureVersion.objects.published().filter(procedure__in=pks).order_by("procedure_id", "-valid_from")
        found = {one.procedure_id: one for one in latest.distinct("procedure_id").select_related("field")}
        return found | {one.procedure_id: one for one in self._in_force(procedure__in=pks)}

    def _revisions(self, **which: Any) -> dict[str, int]:
        return dict(Procedure.objects.filter(**which).values_list("code", "revision"))

    def _publish(
        self,
        said: Mapping[str, tuple[ProcedureVersion | None, Values]],
        revisions: Mapping[str, int],
        by: User,
    ) -> None:
        names = [values["field"] for __, values in said.values() if values.get("field")]
        keys = {name: field.key for name, field in add_fields(names=names, by=by).items()}
        entries = (
            Entry(code, _content(version, values, keys), revisions.get(code))
            for code, (version, values) in said.items()
        )
        publish_many(
            entries=entries,
            decision=self.order.decision,
            valid_from=self.order.valid_from,
            by=by,
            batch=self.order.batch,
        )

    def gone(self, named: Collection[Key], fields: Collection[str]) -> Iterator[tuple[str, Item]]:
        """What is in force on the day and stands in none of the rows, as far as the file is said to be complete. A file
        without fields is about those of its procedures."""
        if not self.order.complete:
            return
        codes = [code for (code,) in named]
        missing = self._in_force().exclude(procedure__code__in=codes).select_related("procedure")
        if self.order.complete == FIELDS:
            fields = fields or self._in_force(procedure__code__in=codes).values("field__name_vi")
            missing = missing.filter(field__name_vi__in=fields)
        later = ProcedureVersion.objects.filter(
            state=State.PUBLISHED, procedure=OuterRef("procedure"), valid_from__gt=self.order.valid_from
        )
        rows = missing.for_rows().annotate(has_later=Exists(later)).by_code()
        for version in rows.iterator(chunk_size=PORTION):
            yield f"{version.procedure.code} · {version.name}", self._to_retire(version)

    def _to_retire(self, version: ProcedureVersion) -> Item:
        closed = None
        if version.has_later:  # type: ignore[attr-defined]
            code = version.procedure.code
            told = _("%(code)s has a version that comes into force later: take that one back first.") % {"code": code}
            closed = Wrong(told)
        return Item(version.procedure_id, {"code": version.procedure.code}, str(version.procedure.revision), closed)

    def retire(self, pks: Sequence[int], by: User) -> None:
        order = self.order
        seen = self._revisions(pk__in=pks)
        repeal_many(seen=seen, decision=order.decision, effective_on=order.valid_from, by=by, batch=order.batch)

    def take_back(self, pks: Collection[int], by: User) -> None:
        if pks:
            undo_batch(batch=self.order.batch, by=by, only=set(pks))


def kept_beside(said: Values, before: Values) -> Values:
    """Translations of steps and forms of papers stay with a step or paper that has the same words as before."""
    rows = {"steps": ("text", ("text_km", "text_en")), "dossier": ("name", ("form_name", "form_url"))}
    return {
        **said,
        **{part: _kept(said[part], before[part], *how) for part, how in rows.items() if _both(part, said, before)},
    }


def _both(part: str, said: Values, before: Values) -> bool:
    return bool(said.get(part) and before.get(part))


def _kept(rows: tuple[Any, ...], before: tuple[Any, ...], name: str, more: tuple[str, ...]) -> tuple[Any, ...]:
    known = {getattr(row, name): row for row in before}
    return tuple(_with(row, known[getattr(row, name)], more) if getattr(row, name) in known else row for row in rows)


def _with(row: Any, before: Any, more: tuple[str, ...]) -> Any:
    return replace(row, **{name: getattr(row, name) or getattr(before, name) for name in more})


def _values(version: ProcedureVersion) -> dict[str, Any]:
    """As the readers give them: the field by its name, and None where nothing stands."""
    content = version.content
    return {**{part: getattr(content, part) or None for part in PARTS}, "field": version.field.name_vi}


def _content(version: ProcedureVersion | None, values: Values, keys: Mapping[str, str]) -> Content:
    said = {part: value for part, value in values.items() if part in PARTS}
    if said.get("field"):
        said["field"] = keys[said["field"]]
    if version is not None:
        empty = Content(name="", field="", levels=())
        return replace(version.content, **{part: _or_empty(value, empty, part) for part, value in said.items()})
    return Content(**{part: value for part, value in said.items() if value is not None})


def _or_empty(value: Any, empty: Content, part: str) -> Any:
    return getattr(empty, part) if value is None else value
