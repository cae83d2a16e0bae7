"""Django's admin, behind its login."""

from django.contrib.admin import site
from django.views.generic import RedirectView

redirect = RedirectView.as_view(url="/admin/")
pages = site.urls
