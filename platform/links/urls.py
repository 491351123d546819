from django.urls import path

from links.views import CheckAgainView, IndexView, LeaveAloneView, LinkView, WatchAgainView

app_name = "links"
urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("<int:number>/", LinkView.as_view(), name="link"),
    path("<int:number>/check/", CheckAgainView.as_view(), name="check"),
    path("<int:number>/leave-alone/", LeaveAloneView.as_view(), name="leave_alone"),
    path("<int:number>/watch/", WatchAgainView.as_view(), name="watch"),
]
