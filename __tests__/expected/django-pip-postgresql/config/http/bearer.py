"""Who may use the API."""

import re
from hashlib import sha256
from hmac import compare_digest

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from config.env import API_TOKENS
from config.http.middleware import Middleware, Next
from config.http.problems import Problem

API = re.compile(r"/(api|graphql)(/|$)")
HEADER = re.compile(r"Bearer +(\S+)", re.IGNORECASE)


class BearerMiddleware(Middleware):
    """`/api` and `/graphql` take a bearer token of API_TOKENS; `*` makes them public."""

    def __init__(self, get_response: Next) -> None:
        super().__init__(get_response)
        self.accepts = TokenCheck(API_TOKENS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if API.match(request.path) and not self.accepts(request.headers.get("Authorization")):
            return unauthorized().response()
        return self.get_response(request)


class TokenCheck:
    """Tells whether an Authorization header bears one of the tokens, in constant time."""

    def __init__(self, tokens: list[str]) -> None:
        self.public = "*" in tokens
        self.digests = [digest(token) for token in tokens]

    def __call__(self, header: str | None) -> bool:
        if self.public:
            return True
        match = HEADER.fullmatch(header or "")
        given = digest(match[1]) if match else b""
        matches = [compare_digest(known, given) for known in self.digests]
        return any(matches)


def unauthorized() -> Problem:
    """The answer to who has no valid token."""
    return Problem(401, headers={"WWW-Authenticate": "Bearer"})


def digest(text: str) -> bytes:
    """Something of one length for tokens of any."""
    return sha256(text.encode()).digest()
