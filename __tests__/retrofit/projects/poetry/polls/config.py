"""What differs from place to place."""

import os

from dotenv import load_dotenv

load_dotenv()


class Config:
    """Of the app."""

    SECRET_KEY = os.environ.get('SECRET_KEY') or 'kX9-harbour-Vq2-lantern-Rm7'
    CHOICES = int(os.getenv('CHOICES', '4'))
