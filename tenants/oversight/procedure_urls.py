from django.urls import path

from tenants.oversight.procedure_decisions import PublishView, RepealView, UndoView
from tenants.oversight.procedure_editing import CorrectView, EditView, NewView
from tenants.oversight.procedures import (
    BoardCompareView,
    BoardIndexView,
    BoardProcedureView,
    HistoryView,
    PlacesView,
)

app_name = "board_procedures"
urlpatterns = [
    path("", BoardIndexView.as_view(), name="index"),
    path("results/", BoardIndexView.as_view(results_only=True), name="index_results"),
    path("new/", NewView.as_view(), name="new"),
    path("publish/", PublishView.as_view(), name="publish"),
    path("repeal/", RepealView.as_view(), name="repeal"),
    path("undo/<uuid:batch>/", UndoView.as_view(), name="undo"),
    path("<procedure_code:code>/", BoardProcedureView.as_view(), name="procedure"),
    path("<procedure_code:code>/edit/", EditView.as_view(), name="edit"),
    path("<procedure_code:code>/correct/<int:pk>/", CorrectView.as_view(), name="correct"),
    path("<procedure_code:code>/compare/", BoardCompareView.as_view(), name="compare"),
    path("<procedure_code:code>/history/", HistoryView.as_view(), name="history"),
    path("<procedure_code:code>/places/", PlacesView.as_view(), name="places"),
]
