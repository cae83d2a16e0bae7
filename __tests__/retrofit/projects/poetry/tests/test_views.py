def test_index(client):
    assert client.get('/').json == {'choices': 2}


def test_health(client):
    assert client.get('/health').status_code == 200
