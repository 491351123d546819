"""What is behind the door."""

from django.urls import path

from signin import views_admin, views_factor

urlpatterns = [
    path("account/sign-in/", views_factor.OwnView.as_view(), name="signin_own"),
    path("account/sign-in/factor/", views_factor.EnrolView.as_view(), name="signin_own_enrol"),
    path("account/sign-in/remove/", views_factor.RemoveView.as_view(), name="signin_remove"),
    path("account/sign-in/codes/", views_factor.RenewView.as_view(), name="signin_renew"),
    path("account/sign-in/elsewhere/", views_factor.SignOutElsewhereView.as_view(), name="signin_elsewhere"),
    path("sign-in/", views_admin.PolicyView.as_view(), name="signin_policy"),
    path("sign-in/people/<int:pk>/", views_admin.PersonView.as_view(), name="signin_person"),
    path("sign-in/people/<int:pk>/unlock/", views_admin.UnlockView.as_view(), name="signin_unlock"),
    path("sign-in/people/<int:pk>/reset/", views_admin.ResetFactorView.as_view(), name="signin_reset"),
    path("sign-in/people/<int:pk>/sign-out/", views_admin.EndSessionsView.as_view(), name="signin_end_sessions"),
]
