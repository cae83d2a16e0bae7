"""Settings of Django REST framework and of its OpenAPI document."""

from config.env import API_TOKENS

REST_FRAMEWORK = {
    # config.http.bearer has looked at the token already.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "config.rest.json.OnlyJson",
    "DEFAULT_PARSER_CLASSES": ["config.rest.json.StrictParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "config.rest.errors.answer",
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.1",
    "TITLE": "shop",
    "DESCRIPTION": "The REST API of shop.",
    "VERSION": "0.1.0",
    "SERVERS": [{"url": "/"}],
    "TAGS": [{"name": "todos", "description": "Things to be done"}],
    "SECURITY": [{"bearer": []}, *([{}] if "*" in API_TOKENS else [])],
    "APPEND_COMPONENTS": {
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "description": "A token of API_TOKENS"}}
    },
    "COMPONENT_SPLIT_PATCH": False,
}
