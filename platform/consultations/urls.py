from django.urls import path

from consultations.views import ExtendView
from consultations.views_comments import CommentsView

app_name = "consultations"
urlpatterns = [
    path("comments/", CommentsView.as_view(), name="comments"),
    path("comments/results/", CommentsView.as_view(results_only=True), name="comments_results"),
    path("<int:pk>/extend/", ExtendView.as_view(), name="extend"),
]
