"""Who may log in to the admin dashboard."""

import logging

from django.contrib.auth import get_user_model
from django.db import IntegrityError

from config.env import ADMIN_EMAIL, ADMIN_PASSWORD

logger = logging.getLogger(__name__)


def ensure_admin() -> None:
    """Makes the user of ADMIN_EMAIL once; a password that was changed since stays."""
    users = get_user_model().objects
    if users.filter(username=ADMIN_EMAIL).exists():
        return
    try:
        users.create_superuser(ADMIN_EMAIL, ADMIN_EMAIL, ADMIN_PASSWORD)
    except IntegrityError:
        # Another release was quicker.
        return
    logger.info("made the first user of the admin")
