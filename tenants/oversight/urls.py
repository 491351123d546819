from django.urls import path

from tenants.oversight.views import AuditExportView

app_name = "oversight"
urlpatterns = [path("audit/", AuditExportView.as_view(), name="audit_export")]
