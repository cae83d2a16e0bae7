from flask import Blueprint, current_app, jsonify

bp = Blueprint("polls", __name__)


@bp.get("/")
def index():
    return jsonify(choices=current_app.config["CHOICES"])


@bp.get("/health")
def health():
    return jsonify(status="ok")
