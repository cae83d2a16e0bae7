"""Every address of the app."""

from django import urls

from config.dashboards.admin import pages, redirect
from config.dashboards.swagger import swagger
from config.graphql.view import graphql
from config.http.not_found import not_found
from config.rest.openapi import openapi
from todos.views import TodoDetail, TodoList

urlpatterns: list[urls.URLPattern | urls.URLResolver] = [
    urls.path("openapi.json", openapi),
    urls.path("docs", swagger),
    urls.path("graphql", graphql),
    urls.path("admin", redirect),
    urls.path("admin/", pages),
    urls.path("api/todos", TodoList.as_view()),
    urls.path("api/todos/<uuid:id>", TodoDetail.as_view()),
    urls.re_path("", not_found),
]
