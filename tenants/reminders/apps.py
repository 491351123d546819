from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "tenants.reminders"
