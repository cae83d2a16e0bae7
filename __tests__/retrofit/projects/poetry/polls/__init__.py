"""Asks people."""

from flask import Flask

from polls.config import Config
from polls.views import bp


def create_app(config: type[Config] = Config) -> Flask:
    """Make the application."""
    app = Flask(__name__)
    app.config.from_object(config)

    app.register_blueprint(bp)
    return app
