"""Swagger UI, its files from this app's own environment."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
# <%- modules %>

if TYPE_CHECKING:
    from collections.abc import Callable

# <%- package %>
_FOLDER = Path(str(import_module(_PACKAGE).__file__)).parent
# <%- files %>
_HTML = b"""<!doctype html>
<html lang="en">
  <head>
    <title>API reference</title>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
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
_START = b"""SwaggerUIBundle({
  url: "docs/openapi",
  dom_id: "#ui",
  deepLinking: true,
  validatorUrl: null,
});
"""


def _file(name: str) -> Callable[[], bytes]:
    """Return what reads a file."""
    return (_FILES / name).read_bytes


_SCRIPT = "swagger-ui-bundle.js"


# What each address answers: its type, and what reads it.
PAGES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "/docs": ("text/html; charset=utf-8", lambda: _HTML),
    "/docs/start.js": ("text/javascript", lambda: _START),
    "/docs/swagger-ui.css": ("text/css", _file("swagger-ui.css")),
    f"/docs/{_SCRIPT}": ("text/javascript", _file(_SCRIPT)),
    # <%- document %>
}
