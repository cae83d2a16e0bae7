INSTALLED_APPS: list[str] = [
    "a",  # first

    # second
    "b" "c",
    # "gone",
]
