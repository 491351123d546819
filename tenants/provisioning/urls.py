from django.urls import path

from tenants.provisioning import views
from tenants.provisioning import views_creation as creation

app_name = "provisioning"
urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("results/", views.IndexView.as_view(results_only=True), name="index_results"),
    path("new/", creation.CreateView.as_view(), name="create"),
    path("creations/<uuid:creation_id>/", creation.CreationView.as_view(), name="creation"),
    path(
        "creations/<uuid:creation_id>/progress/",
        creation.CreationProgressView.as_view(),
        name="creation_progress",
    ),
    path("creations/<uuid:creation_id>/forget/", creation.ForgetCreationView.as_view(), name="forget_creation"),
    path("<slug:slug>/", views.SiteView.as_view(), name="site"),
    path("<slug:slug>/suspend/", views.SuspendView.as_view(), name="suspend"),
    path("<slug:slug>/resume/", views.ResumeView.as_view(), name="resume"),
    path("<slug:slug>/invite/", views.InviteView.as_view(), name="invite"),
    path("<slug:slug>/archive/", views.ArchiveView.as_view(), name="archive"),
]
