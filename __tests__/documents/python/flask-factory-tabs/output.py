import os
import sys

from flask import Flask
from imagine import env

from .health import mount


def create_app(config=None):
	app = Flask(__name__)
	mount(app)
	if config:
		try:
			check(config)
		except ValueError as error:
			raise SystemExit(78) from error
		app.config.update(config)
	return app
