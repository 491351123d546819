"""Mail to who asked. A task may run twice."""

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Site

from citizens.models import Question
from citizens.states import Step


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
        send_mail(subject, render_to_string("citizens/mail.txt", words), None, [question.email])
