import pytest

from polls import create_app
from polls.config import Config


class TestConfig(Config):
    TESTING = True
    CHOICES = 2


@pytest.fixture
def client():
    return create_app(TestConfig).test_client()
