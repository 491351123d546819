from django.urls import path

from citizens.views_admin import QuestionsView, QuestionView

app_name = "citizens"
urlpatterns = [
    path("", QuestionsView.as_view(), name="questions"),
    path("results/", QuestionsView.as_view(results_only=True), name="questions_results"),
    path("<int:pk>/", QuestionView.as_view(), name="question"),
]
