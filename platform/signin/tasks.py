"""Background work of signing in. A task may run twice."""

from django.conf import settings
from django.utils import translation
from django_tasks import task
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.models import Site

from signin.tokens import ResetTokens


@task(queue_name="worker")
def send_reset_link(address: str) -> None:
    """To whoever has that address, if anybody. The worker looks it up: the web server answers equally fast for all."""
    form = PasswordResetForm({"email": address})
    if form.is_valid():
        site = Site.objects.get(is_default_site=True)
        with translation.override(settings.LANGUAGE_CODE):
            form.save(
                domain_override=site.hostname,
                token_generator=ResetTokens(),
                subject_template_name="signin/reset_subject.txt",
                email_template_name="signin/reset.txt",
                extra_email_context={"site": site.site_name, "days": settings.RESET_LINK_DAYS},
            )
