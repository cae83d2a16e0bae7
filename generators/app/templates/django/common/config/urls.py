"""Every address of the app."""

from django import urls

from config.http.not_found import not_found
# <%- imports %>

urlpatterns: list[urls.URLPattern | urls.URLResolver] = [
    # <%- routes %>
    urls.re_path("", not_found),
]
