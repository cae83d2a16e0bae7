"""Swagger UI over `/openapi.json`."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from config.env import DASHBOARDS
from config.http.methods import get_only
from config.http.problems import Problem


@get_only
def page(request: HttpRequest) -> HttpResponse:
    """The page."""
    return render(request, "swagger.html")


@csrf_exempt
def swagger(request: HttpRequest) -> HttpResponseBase:
    """`/docs`, where dashboards are served; elsewhere no method is known there."""
    if not DASHBOARDS:
        raise Problem(404)
    return page(request)
