"""Consultations of the demo year, with what visitors said on the days on which they said it.

The actions of the room know today only, and take no comment on what is closed.
"""

import datetime
import hashlib
from itertools import count

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from consultations.models import Comment, ConsultationPage, DraftFile, Extension, Response, Ruling
from consultations.states import Standing
from legal.models import LegalDocument
from tenants.demo.corpus.model import Asked, Item, Said
from tenants.demo.documents import keep_draft, of_kind

RECEIVED_AT, DECIDED_AT = datetime.time(19, 30), datetime.time(9, 15)


def consultation(item: Item) -> ConsultationPage:
    record = of_kind(Asked, item)
    page = ConsultationPage(
        summary=item.lead,
        asked=record.asked,
        drafter=record.drafter,
        opens_on=record.opens,
        closes_on=record.closes,
    )
    page.files = [DraftFile(file=keep_draft(item.title, record.draft, item.body))]
    if record.account:
        page.accounted_on, page.account = record.account.day, record.account.text
        page.document = LegalDocument.objects.filter(abstract=record.account.document).order_by("pk").first()
        page.responses = [
            Response(comments=reply.comments, opinion=reply.opinion, outcome=reply.outcome, reason=reply.reason)
            for reply in record.account.replies
        ]
    return page


def write_what_followed(page: ConsultationPage, record: Asked, *, by: User | None) -> None:
    """Comments, the decisions on them and more time, each of its own day."""
    comments = Comment.objects.bulk_create(
        _comment(page, number, said) for number, said in zip(count(1), record.comments, strict=False)
    )
    Ruling.objects.bulk_create(
        Ruling(
            comment=comment,
            standing=comment.standing,
            reason=comment.reason,
            at=_moment(comment.received_on + datetime.timedelta(days=1), DECIDED_AT),
            by=by,
        )
        for comment in comments
        if comment.standing != Standing.WAITING
    )
    if record.prolonged:
        Extension.objects.create(
            page=page,
            closed_on=record.closes,
            closes_on=record.prolonged.closes,
            reason=record.prolonged.reason,
            extended_on=record.prolonged.day,
            at=_moment(record.prolonged.day, DECIDED_AT),
            by=by,
        )


def _comment(page: ConsultationPage, number: int, said: Said) -> Comment:
    return Comment(
        page=page,
        number=number,
        body=said.words,
        name=said.name,
        language=settings.LANGUAGE_CODE,
        received_on=said.day,
        at=_moment(said.day, RECEIVED_AT),
        standing=said.standing,
        reason=said.reason,
        fingerprint=hashlib.sha256(said.words.encode()).hexdigest(),
    )


def _moment(day: datetime.date, at: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, at))
