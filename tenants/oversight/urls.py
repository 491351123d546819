from django.urls import path

from tenants.oversight.health import HealthJsonView, HealthView
from tenants.oversight.procedure_standings import ProcedureStandingsView
from tenants.oversight.views import AuditExportView

app_name = "oversight"
urlpatterns = [
    path("audit/", AuditExportView.as_view(), name="audit_export"),
    path("procedure-standings/", ProcedureStandingsView.as_view(), name="procedure_standings"),
    path("health/", HealthView.as_view(), name="health"),
    path("health.json", HealthJsonView.as_view(), name="health_json"),
]
