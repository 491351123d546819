from django.urls import path

from tenants.oversight.board_views import BoardView, MatrixView, OwnSiteView, SiteView
from tenants.oversight.duties import DutiesView, DutyView, EndDutyView, NewDutyView
from tenants.oversight.health import HealthJsonView, HealthView
from tenants.oversight.procedure_standings import ProcedureStandingsView
from tenants.oversight.views import AuditExportView

app_name = "oversight"
urlpatterns = [
    path("board/", BoardView.as_view(), name="board"),
    path("board/matrix/", MatrixView.as_view(), name="matrix"),
    path("board/sites/<slug:slug>/", SiteView.as_view(), name="board_site"),
    path("standing/", OwnSiteView.as_view(), name="own_site"),
    path("duties/", DutiesView.as_view(), name="duties"),
    path("duties/new/", NewDutyView.as_view(), name="new_duty"),
    path("duties/<int:number>/", DutyView.as_view(), name="duty"),
    path("duties/<int:number>/end/", EndDutyView.as_view(), name="end_duty"),
    path("audit/", AuditExportView.as_view(), name="audit_export"),
    path("procedure-standings/", ProcedureStandingsView.as_view(), name="procedure_standings"),
    path("health/", HealthView.as_view(), name="health"),
    path("health.json", HealthJsonView.as_view(), name="health_json"),
]
