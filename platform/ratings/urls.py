from django.urls import path

from ratings.views import RatingsView

app_name = "ratings"
urlpatterns = [
    path("", RatingsView.as_view(), name="index"),
    path("results/", RatingsView.as_view(results_only=True), name="index_results"),
]
