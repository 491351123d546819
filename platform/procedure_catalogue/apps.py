from django.apps import AppConfig


class ProcedureCatalogueConfig(AppConfig):
    name = "procedure_catalogue"
