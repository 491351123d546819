"""Entry point of the web server: `gunicorn -c deploy/gunicorn.conf.py config.wsgi`."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
# All addresses and the views behind them, else the first reader of each worker waits a second for them.
get_resolver().reverse_dict  # noqa: B018 - filled by being asked for
for layer in settings.BEFORE_DJANGO:
    application = import_string(layer)(application)

if settings.PRODUCTION:
    from tenants.isolation.startup import refuse_unsafe_start  # needs every app loaded

    refuse_unsafe_start()
