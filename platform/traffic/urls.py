from django.urls import path

from traffic.views import CorrectView, EnterView, TotalsView, VisitsView, WithdrawView

app_name = "traffic"
urlpatterns = [
    path("", VisitsView.as_view(), name="index"),
    path("totals/", TotalsView.as_view(), name="totals"),
    path("totals/enter/", EnterView.as_view(), name="enter"),
    path("totals/<int:number>/correct/", CorrectView.as_view(), name="correct"),
    path("totals/<int:number>/withdraw/", WithdrawView.as_view(), name="withdraw"),
]
