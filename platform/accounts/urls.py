from django.urls import path
from wagtail.admin.auth import require_admin_access

from accounts.views import OwnAccountView

# In place of Wagtail's own, under its name.
urlpatterns = [path("account/", require_admin_access(OwnAccountView.as_view()), name="wagtailadmin_account")]
