X = ["a"]
if DEBUG:
    X = ["b"]
