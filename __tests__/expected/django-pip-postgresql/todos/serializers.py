"""Todos as REST shows and takes them."""

from typing import Any

from rest_framework import serializers

from config.rest.fields import Flag, Moment, Strict, Text
from todos.models import Todo


class TodoSerializer(serializers.ModelSerializer[Todo]):
    """A thing to be done."""

    createdAt = Moment(source="created_at")  # noqa: N815

    class Meta:
        model = Todo
        fields = ("id", "title", "done", "createdAt")
        read_only_fields = ("id", "createdAt")


class NewTodo(Strict):
    """What a client says to make a todo."""

    title = Text(min_length=1, max_length=200, trim_whitespace=False, help_text="What is to be done")
    done = Flag(default=False)


class TodoChanges(Strict):
    """What a client says to change a todo."""

    title = Text(min_length=1, max_length=200, trim_whitespace=False, required=False, help_text="What is to be done")
    done = Flag(required=False)


class TodoPageSerializer(serializers.Serializer[Any]):
    """A part of the list of todos, and how long the whole is."""

    items = TodoSerializer(many=True)
    total = serializers.IntegerField(min_value=0)
    limit = serializers.IntegerField(min_value=1, max_value=100)
    offset = serializers.IntegerField(min_value=0)
