from django.urls import path

from agenda.views import IndexView, OpenView, PasteView, WeekView

app_name = "agenda"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("results/", IndexView.as_view(results_only=True), name="index_results"),
    path("open/", OpenView.as_view(), name="open"),
    path("<int:pk>/", WeekView.as_view(), name="week"),
    path("<int:pk>/paste/", PasteView.as_view(), name="paste"),
]
