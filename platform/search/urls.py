from django.urls import path

from search.views_admin import MissesView

app_name = "search"
urlpatterns = [
    path("", MissesView.as_view(), name="misses"),
    path("results/", MissesView.as_view(results_only=True), name="misses_results"),
]
