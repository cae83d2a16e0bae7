"""GraphiQL, its files from this app's own environment."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = "graphene_django_graphiql_static"
_FOLDER = Path(str(import_module(_PACKAGE).__file__)).parent
_FILES = _FOLDER / "static" / _PACKAGE
_HTML = b"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="graphiql/graphiql.min.css">
    <style>body { margin: 0 } #graphiql { height: 100vh }</style>
  </head>
  <body>
    <div id="graphiql"></div>
    <noscript>This page needs JavaScript.</noscript>
    <script src="graphiql/react.production.min.js"></script>
    <script src="graphiql/react-dom.production.min.js"></script>
    <script src="graphiql/graphiql.min.js"></script>
    <script src="graphiql/start.js"></script>
  </body>
</html>
"""
_START = b"""const token = /csrftoken=([^;]+)/.exec(document.cookie)?.[1];
const fetcher = GraphiQL.createFetcher({
  // <%- endpoint %>
  headers: token ? { "X-CSRFToken": token } : {},
});
const editor = React.createElement(GraphiQL, { fetcher });
ReactDOM.render(editor, document.querySelector("#graphiql"));
"""


def _file(name: str) -> tuple[str, Callable[[], bytes]]:
    """Return the type of a file, and what reads it."""
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    return kind, (_FILES / name).read_bytes


# What each address answers: its type, and what reads it.
PAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "/graphiql": ("text/html; charset=utf-8", lambda: _HTML),
    "/graphiql/start.js": ("text/javascript", lambda: _START),
    **{
        f"/graphiql/{name}": _file(name)
        for name in (
            "graphiql.min.css",
            "graphiql.min.js",
            "react.production.min.js",
            "react-dom.production.min.js",
        )
    },
}
