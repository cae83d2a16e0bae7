import a
APPS = ('x', "it's")
PAIR = ("x",)
EMPTY = []
OPEN = [ # why
]
LAST = ["a",
        "b"]
