from django.urls import path, register_converter

from procedure_catalogue.views import CompareView, ProcedureIndexView, ProcedureView


class CodeConverter:
    regex = "[0-9][.][0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CodeConverter, "procedure_code")

app_name = "procedure_catalogue"
urlpatterns = [
    path("", ProcedureIndexView.as_view(), name="index"),
    path("results/", ProcedureIndexView.as_view(results_only=True), name="index_results"),
    path("<procedure_code:code>/", ProcedureView.as_view(), name="procedure"),
    path("<procedure_code:code>/compare/", CompareView.as_view(), name="compare"),
]
