"""Asks people."""

from flask import Flask

from polls.config import Config


def create_app(config: type[Config] = Config) -> Flask:
    """Make the application."""
    app = Flask(__name__)
    app.config.from_object(config)

    from polls.views import bp

    app.register_blueprint(bp)
    return app
