INSTALLED_APPS = ["a", "n"]
if DEBUG:
    INSTALLED_APPS += ["debug_toolbar"]
    MIDDLEWARE.insert(0, 'x.Y')
MIDDLEWARE = []
INSTALLED_APPS.extend(['z'])
