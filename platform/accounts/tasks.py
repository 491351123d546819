"""Background work about people. A task takes ids, calls one action, and may run twice."""

from django_tasks import task

from accounts.actions import mail_invitation
from accounts.models import User


@task()
def send_invitation(user_id: int) -> None:
    """Sent again it carries another link; both work until one is used. Who has a password by now gets none."""
    user = User.objects.filter(pk=user_id).first()
    if user and not user.has_usable_password():
        mail_invitation(user)
