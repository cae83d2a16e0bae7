from fastapi.testclient import TestClient

from tides.main import app

client = TestClient(app)


def test_tide():
    assert client.get("/").json()["harbour"] == "Bergen"


def test_alive():
    assert client.get("/livez").status_code == 200
