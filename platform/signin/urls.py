"""In place of Wagtail's own, under their names."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from signin import views, views_factor

urlpatterns = [
    path("login/", views.LoginView.as_view(), name="wagtailadmin_login"),
    path("login/code/", views_factor.CodeView.as_view(), name="signin_code"),
    path("login/factor/", views_factor.EnrolAtDoorView.as_view(), name="signin_enrol"),
    path("account/", never_cache(require_admin_access(views.AccountView.as_view())), name="wagtailadmin_account"),
    path("logout/", require_admin_access(views.LogoutView.as_view()), name="wagtailadmin_logout"),
    path("password_reset/", views.ResetView.as_view(), name="wagtailadmin_password_reset"),
    path(
        "password_reset/confirm/<uidb64>/<token>/",
        views.ResetConfirmView.as_view(),
        name="wagtailadmin_password_reset_confirm",
    ),
]
