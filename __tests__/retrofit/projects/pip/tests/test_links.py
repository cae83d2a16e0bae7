from links import create_app


def test_status():
    assert create_app().test_client().get("/status").status_code == 200
