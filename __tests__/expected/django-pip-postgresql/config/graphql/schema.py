"""The schema: a module a resource."""

import strawberry
from strawberry.tools import merge_types

from config.graphql.limits import limit_shape, limit_tokens
from todos import graphql as todos

Query = merge_types("Query", (todos.Query,))
Mutation = merge_types("Mutation", (todos.Mutation,))


class Schema(strawberry.Schema):
    """Leaves the log to the view: the library would log what clients wrote."""

    def process_errors(self, *_args: object, **_kwargs: object) -> None:
        """Logs nothing."""


schema = Schema(query=Query, mutation=Mutation, extensions=[limit_tokens, limit_shape])
