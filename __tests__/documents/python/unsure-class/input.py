class Base(Configuration):
    INSTALLED_APPS = ["a"]
