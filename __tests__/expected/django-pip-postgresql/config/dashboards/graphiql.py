"""GraphiQL at `/graphql` for who asks for a page, as a browser does."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from config.csp import inline_styles
from config.env import DASHBOARDS
from config.http.middleware import Middleware

ANSWERS = ["application/graphql-response+json", "application/json", "text/html"]


class GraphiqlMiddleware(Middleware):
    """Answers browsers with the page; the API itself stays behind its tokens."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path != "/graphql" or request.method != "GET" or not DASHBOARDS:
            return self.get_response(request)
        for_people = request.get_preferred_type(ANSWERS) == "text/html"
        response = page(request) if for_people else self.get_response(request)
        patch_vary_headers(response, ["Accept"])
        return response


@inline_styles
def page(request: HttpRequest) -> HttpResponseBase:
    """The page."""
    return render(request, "graphiql.html")
