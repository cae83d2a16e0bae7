import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.http.bearer import BearerMiddleware, TokenCheck

accepts = TokenCheck(["one", "two"])


@pytest.mark.parametrize("header", ["Bearer one", "bearer  two"])
def test_tokens(header: str) -> None:
    assert accepts(header)


@pytest.mark.parametrize("header", [None, "", "Bearer ", "Bearer three", "one", "Basic one", "Bearer one two"])
def test_others(header: str | None) -> None:
    assert not accepts(header)


def test_everybody() -> None:
    assert TokenCheck(["*"])(None)


@pytest.mark.parametrize(("path", "status"), [("/api/todos", 401), ("/graphql", 401), ("/docs", 200)])
def test_only_the_api_asks(rf: RequestFactory, path: str, status: int) -> None:
    middleware = BearerMiddleware(lambda _request: HttpResponse())
    middleware.accepts = accepts
    response = middleware(rf.get(path))
    assert response.status_code == status
    assert response.headers.get("WWW-Authenticate") == (None if status == 200 else "Bearer")
