"""Entry point of the web server: `gunicorn -c deploy/gunicorn.conf.py config.wsgi`."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from tenants.isolation.startup import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

if settings.PRODUCTION:
    refuse_unsafe_start()
