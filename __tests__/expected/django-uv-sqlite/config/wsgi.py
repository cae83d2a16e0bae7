"""The app as servers of WSGI run it."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from config.http.chunked import Measured
from config.lifecycle import Followed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("APP_PROCESS", "web")
application = Followed(Measured(get_wsgi_application()))
# The views are loaded now, so that no request waits for them.
import_module("config.urls")
