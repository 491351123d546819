"""What sends a digest that is written down: once, or, where nobody knows whether it has left, once more."""

import datetime
import logging
import socket
from smtplib import SMTPConnectError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lib.clock import today
from tenants.isolation.tasks import queue_in_site
from tenants.oversight.board import line_of
from tenants.reminders.digests import compose, highest_of
from tenants.reminders.ladder import late_ones
from tenants.reminders.models import Mail, Reminder
from tenants.reminders.states import UNSENT, State
from tenants.reminders.wordings import text_of

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 2
# After so long whoever was sending is taken for dead.
LOST = datetime.timedelta(seconds=30)
# Work that the queue has given up.
FORGOTTEN = datetime.timedelta(minutes=15)
# Nothing has left for certain, so that it may be tried until the server is back.
NEVER_REACHED = (ConnectionRefusedError, socket.gaierror, SMTPConnectError)
# Replies of a mail server from this number on stay the same however often it is asked (RFC 5321).
REFUSED_FOR_GOOD = 500
AGAIN = "gửi lại một lần: không chắc thư trước đã đi"
UNSURE = "không chắc thư đã đi; đã gửi lại một lần, không gửi nữa"
REFUSED = "máy chủ thư từ chối địa chỉ"
UNREACHABLE = "không gửi được qua máy chủ thư"
SEND = "tenants.reminders.tasks.send"


def send_digest(*, number: int) -> None:
    """Sends it unless it is sent, or somebody is at it. Raises OSError where the mail server does not take it for the
    time being, so that the queue tries once more later."""
    mail = _claim(number)
    if mail is None:
        return
    message = EmailMessage(
        mail.subject,
        mail.body,
        None,
        [mail.recipient],
        # The same however often it is sent: mail programs show it once.
        headers={"Message-ID": f"<reminder-{mail.pk}@{settings.BASE_DOMAIN}>"},
    )
    try:
        message.send()
    except (OSError, SMTPException) as error:
        for_good = isinstance(error, SMTPRecipientsRefused) and all(
            code >= REFUSED_FOR_GOOD for code, __ in error.recipients.values()
        )
        logger.warning("The reminder %s could not be sent: %s", mail.pk, type(error).__name__)
        if isinstance(error, NEVER_REACHED):
            Mail.objects.filter(pk=mail.pk).update(attempts=F("attempts") - 1)
        elif for_good or mail.attempts >= MOST_ATTEMPTS:
            _settle(mail, State.FAILED, reason=REFUSED if for_good else UNREACHABLE)
            return
        _settle(mail, State.WAITING, reason=UNREACHABLE)
        raise OSError("The mail server does not take a reminder for the time being") from None
    _settle(mail, State.SENT)


def take_up_lost() -> None:
    """What somebody was sending who is no more, and nobody has taken up; and what found no mail server."""
    lost = Mail.objects.filter(state__in=UNSENT, claimed_at__lt=timezone.now() - FORGOTTEN)
    for number in lost.values_list("pk", flat=True):
        queue_in_site(SEND, number)


@transaction.atomic
def _claim(number: int) -> Mail | None:
    """Written down as being sent, with its text; None where there is nothing to send any more."""
    found = Mail.objects.select_for_update(of=("self",)).filter(pk=number, state__in=UNSENT)
    mail = found.select_related("tenant__parent").prefetch_related("tenant__domains", "tenant__parent__domains").first()
    now = timezone.now()
    if mail is None or (mail.state == State.SENDING and mail.claimed_at and mail.claimed_at > now - LOST):
        return None
    if mail.attempts >= MOST_ATTEMPTS:
        _settle(mail, State.FAILED, reason=UNSURE)
        return None
    reminders = _still_needed(mail)
    if not reminders:
        _settle(mail, State.DROPPED)
        return None
    subject, body = compose(mail, reminders, text_of(mail.wording), highest_of(reminders))
    values = {"state": State.SENDING, "attempts": mail.attempts + 1, "claimed_at": now}
    Mail.objects.filter(pk=mail.pk).update(subject=subject[:300], body=body, **values)
    # Whoever was sending it has not said that it left.
    reason = AGAIN if mail.state == State.SENDING else ""
    Reminder.objects.filter(mail=mail, state__in=UNSENT).update(state=State.SENDING, reason=reason)
    return Mail.objects.get(pk=mail.pk)


def _still_needed(mail: Mail) -> list[Reminder]:
    """Without what has been mended since it was written; that is noted down."""
    judgement = line_of(mail.tenant, max(today(), mail.on)).judgement
    late = {one.duty.key for one in late_ones(judgement)} if judgement else set()
    reminders = list(Reminder.objects.filter(mail=mail, state__in=UNSENT).order_by("pk"))
    mended = [one.pk for one in reminders if one.duty_key not in late]
    Reminder.objects.filter(pk__in=mended).update(state=State.DROPPED)
    return [one for one in reminders if one.duty_key in late]


@transaction.atomic
def _settle(mail: Mail, state: str, *, reason: str = "") -> None:
    sent_at = timezone.now() if state == State.SENT else None
    Mail.objects.filter(pk=mail.pk).update(state=state, sent_at=sent_at)
    rows = Reminder.objects.filter(mail=mail, state__in=UNSENT)
    rows.update(state=state, sent_at=sent_at, **({"reason": reason} if reason else {}))
