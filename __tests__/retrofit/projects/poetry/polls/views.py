"""What is answered."""

from flask import Blueprint, Response, current_app, jsonify

bp = Blueprint('polls', __name__)


@bp.get('/')
def index() -> Response:
    """Tell how many choices there are."""
    return jsonify(choices=current_app.config['CHOICES'])


@bp.get('/health')
def health() -> Response:
    """Tell that the process lives."""
    return jsonify(status='ok')
