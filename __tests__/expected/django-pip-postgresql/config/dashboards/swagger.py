"""Swagger UI over `/openapi.json`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from config.env import DASHBOARDS
from config.http.methods import get_only
from config.http.problems import Problem


@get_only
def swagger(request: HttpRequest) -> HttpResponse:
    """`/docs`."""
    if not DASHBOARDS:
        raise Problem(404)
    return render(request, "swagger.html")
