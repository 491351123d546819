from django.urls import path

from audit.views import AuditLogView

app_name = "audit"
urlpatterns = [
    path("", AuditLogView.as_view(), name="index"),
    path("results/", AuditLogView.as_view(results_only=True), name="index_results"),
]
