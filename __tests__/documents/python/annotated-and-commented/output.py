INSTALLED_APPS: list[str] = [
    "a",  # first

    "m",
    # second
    "b" "c",
    "z",
    # "gone",
]
