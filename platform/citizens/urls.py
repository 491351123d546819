from django.urls import path

from citizens.views_admin import QuestionFileView, QuestionsView, QuestionView
from citizens.views_askers import AskerView

app_name = "citizens"
urlpatterns = [
    path("", QuestionsView.as_view(), name="questions"),
    path("results/", QuestionsView.as_view(results_only=True), name="questions_results"),
    path("asker/", AskerView.as_view(), name="asker"),
    path("<int:pk>/file/<int:number>/", QuestionFileView.as_view(), name="file"),
    path("<int:pk>/", QuestionView.as_view(), name="question"),
]
