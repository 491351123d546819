from django.urls import path

from importing import views, views_import

app_name = "importing"
urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("results/", views.IndexView.as_view(results_only=True), name="index_results"),
    path("new/<slug:register>/", views.NewView.as_view(), name="new"),
    path("new/<slug:register>/template/", views.TemplateView.as_view(), name="template"),
    path("<int:pk>/", views_import.ImportView.as_view(), name="import"),
    path("<int:pk>/progress/", views_import.ProgressView.as_view(), name="progress"),
    path("<int:pk>/columns/", views_import.ColumnsView.as_view(), name="columns"),
    path("<int:pk>/sheet/", views_import.SheetView.as_view(), name="sheet"),
    path("<int:pk>/result/", views_import.ResultView.as_view(), name="result"),
    path("<int:pk>/apply/", views_import.ApplyView.as_view(), name="apply"),
    path("<int:pk>/undo/", views_import.UndoView.as_view(), name="undo"),
    path("<int:pk>/again/", views_import.AgainView.as_view(), name="again"),
    path("<int:pk>/discard/", views_import.DiscardView.as_view(), name="discard"),
]
