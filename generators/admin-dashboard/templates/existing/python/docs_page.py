"""Swagger UI, its files from this app's own environment."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
# <%- modules %>

# <%- package %>
_folder = Path(str(import_module(_package).__file__)).parent
# <%- files %>
_html = b"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API reference</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="docs/swagger-ui.css">
  </head>
  <body>
    <div id="ui"></div>
    <noscript>This page needs JavaScript.</noscript>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
"""
# Without a null validatorUrl the page asks a validator on another host.
_start = b"""SwaggerUIBundle({
  url: "docs/openapi",
  dom_id: "#ui",
  deepLinking: true,
  validatorUrl: null,
});
"""


def _file(name: str) -> Callable[[], bytes]:
    return (_files / name).read_bytes


# What each address answers: its type, and what reads it.
PAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "/docs": ("text/html; charset=utf-8", lambda: _html),
    "/docs/start.js": ("text/javascript", lambda: _start),
    "/docs/swagger-ui.css": ("text/css", _file("swagger-ui.css")),
    "/docs/swagger-ui-bundle.js": ("text/javascript", _file("swagger-ui-bundle.js")),
    # <%- document %>
}
