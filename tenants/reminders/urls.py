from django.urls import path

from tenants.reminders.views import LogView, MailView, OwnRemindersView
from tenants.reminders.views_by_hand import RemindNowView
from tenants.reminders.views_settings import (
    ContactsView,
    ContactView,
    EndStepView,
    LadderView,
    NewStepView,
    StepView,
    WordingsView,
    WordingView,
)

app_name = "reminders"
urlpatterns = [
    path("", LogView.as_view(), name="log"),
    path("mail/<int:number>/", MailView.as_view(), name="mail"),
    path("now/", RemindNowView.as_view(), name="now"),
    path("ladder/", LadderView.as_view(), name="ladder"),
    path("ladder/new/", NewStepView.as_view(), name="new_step"),
    path("ladder/<int:number>/", StepView.as_view(), name="step"),
    path("ladder/<int:number>/end/", EndStepView.as_view(), name="end_step"),
    path("wording/", WordingsView.as_view(), name="wordings"),
    path("wording/<slug:wording>/", WordingView.as_view(), name="wording"),
    path("leaders/", ContactsView.as_view(), name="contacts"),
    path("leaders/<slug:slug>/", ContactView.as_view(), name="contact"),
    path("own/", OwnRemindersView.as_view(), name="own"),
]
