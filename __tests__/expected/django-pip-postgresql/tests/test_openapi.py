from django.test import Client


def test_the_document(client: Client) -> None:
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1.")
    operations = {(path, method) for path, item in document["paths"].items() for method in item}
    assert operations >= {
        ("/api/todos", "get"),
        ("/api/todos", "post"),
        ("/api/todos/{id}", "get"),
        ("/api/todos/{id}", "patch"),
        ("/api/todos/{id}", "delete"),
    }
    title = document["components"]["schemas"]["NewTodo"]["properties"]["title"]
    assert (title["minLength"], title["maxLength"]) == (1, 200)
    created = document["paths"]["/api/todos"]["post"]["responses"]
    assert set(created) == {"201", "400", "401", "413", "415", "422", "503"}
    assert set(created["422"]["content"]) == {"application/problem+json"}
