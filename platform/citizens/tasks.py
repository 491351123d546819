"""Mail to who asked. A task may run twice."""

import logging
from smtplib import SMTPRecipientsRefused

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Site

from citizens.models import Question
from citizens.states import Step

logger = logging.getLogger(__name__)

# Replies of a mail server from this number on stay the same however often it is asked (RFC 5321).
REFUSED_FOR_GOOD = 500


@task(queue_name="worker")
def tell(number: int, step: str) -> None:
    """In the language of who asked. The answer itself is behind the link, never in a mail."""
    question = Question.objects.filter(pk=number).exclude(email="").first()
    if question is None:
        return
    site = Site.objects.get(is_default_site=True)
    reason = question.history.filter(step=step).last()
    with translation.override(question.language):
        words = {
            "question": question,
            "extended": step == Step.EXTENDED,
            "reason": reason.note if reason else "",
            "taken": step == Step.TAKEN,
            "answered": step == Step.ANSWERED,
            "site": site.site_name,
            "address": site.root_url + reverse("question_state", args=[question.secret]),
        }
        subject = _("Your question %(reference)s") % {"reference": question.reference}
        _send(question, subject, render_to_string("citizens/mail.txt", words))


def _send(question: Question, subject: str, text: str) -> None:
    """The address of who asked goes into no log and no record of failed tasks: what is forgotten would stay there."""
    try:
        send_mail(subject, text, None, [question.email])
    except SMTPRecipientsRefused as refused:
        if any(code < REFUSED_FOR_GOOD for code, _reply in refused.recipients.values()):
            raise OSError("The mail server refuses the address for the time being") from None
        logger.warning("The mail server refuses the address of who asked question %s", question.pk)
