from .base import *

DEBUG = True
SECRET_KEY = "django-insecure-8v0c!z1p#x4m@q7r&t9w2y5b$n6k3j"
ALLOWED_HOSTS = ["*"]
