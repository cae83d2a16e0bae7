from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from imagine.health import health

from . import views

urlpatterns = [
    path("healthz", health),
    path("admin/", admin.site.urls),
    path("", include("todos.urls")),  # last
]
urlpatterns += docs_urls()

urlpatterns += static("/media/")
