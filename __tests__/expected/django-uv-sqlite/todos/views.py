"""Todos over REST."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from config.http.problems import Problem
from config.page import Page
from config.rest.fields import PageQuery
from config.rest.openapi import problems
from config.rest.views import ApiView, found, query, valid
from todos.serializers import NewTodo, TodoChanges, TodoPageSerializer, TodoSerializer
from todos.services import create_todo, find_todo, list_todos, remove_todo, update_todo

LOCATION = OpenApiParameter("Location", str, OpenApiParameter.HEADER, response=[201])


@extend_schema(tags=["todos"])
class TodoList(ApiView):
    """`/api/todos`: all todos."""

    @extend_schema(
        operation_id="listTodos",
        summary="List todos",
        description="A part of the list, the oldest first.",
        parameters=[PageQuery],
        responses={200: TodoPageSerializer, **problems(422)},
    )
    def get(self, request: Request) -> Response:
        page = Page(**valid(PageQuery, query(request)))
        return Response(TodoPageSerializer(list_todos(page)).data)

    @extend_schema(
        operation_id="createTodo",
        summary="Create a todo",
        description="Makes a todo and answers where it is.",
        request=NewTodo,
        parameters=[LOCATION],
        responses={201: TodoSerializer, **problems(400, 413, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        todo = create_todo(**valid(NewTodo, request.data))
        headers = {"Location": f"/api/todos/{todo.id}"}
        return Response(TodoSerializer(todo).data, status=201, headers=headers)


@extend_schema(tags=["todos"])
class TodoDetail(ApiView):
    """`/api/todos/{id}`: one todo. A malformed id names none."""

    @extend_schema(
        operation_id="getTodo",
        summary="Get a todo",
        description="A malformed id names no todo.",
        responses={200: TodoSerializer, **problems(404)},
    )
    def get(self, _request: Request, id: UUID) -> Response:  # noqa: A002
        return Response(TodoSerializer(found(find_todo(id))).data)

    @extend_schema(
        operation_id="updateTodo",
        summary="Change a todo",
        description="What is not named stays as it is.",
        request=TodoChanges,
        responses={200: TodoSerializer, **problems(400, 404, 413, 415, 422)},
    )
    def patch(self, request: Request, id: UUID) -> Response:  # noqa: A002
        changes = valid(TodoChanges, request.data)
        return Response(TodoSerializer(found(update_todo(id, changes))).data)

    @extend_schema(
        operation_id="deleteTodo",
        summary="Delete a todo",
        description="There is no way back.",
        responses={204: None, **problems(404)},
    )
    def delete(self, _request: Request, id: UUID) -> Response:  # noqa: A002
        if not remove_todo(id):
            raise Problem(404)
        return Response(status=204)
