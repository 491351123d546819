from django.apps import AppConfig


class ProcedureImportsConfig(AppConfig):
    name = "procedure_imports"
