from ferries.app import app


async def test_index():
    response = await app.test_client().get("/")
    assert (await response.get_json())["line"] == "Hvaler"
