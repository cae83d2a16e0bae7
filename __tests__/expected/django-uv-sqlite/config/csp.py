"""What pages may load: only what this app serves."""

from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "connect-src": [CSP.SELF],
    "font-src": [CSP.SELF, "data:"],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "img-src": [CSP.SELF, "data:"],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
}

#: Decorates a view whose page makes style elements as it goes.
inline_styles = csp_override(SECURE_CSP | {"style-src": [CSP.SELF, CSP.UNSAFE_INLINE]})
