import a
APPS = ('x', "it's", 'y')
PAIR = ("x", 'y',)
EMPTY = ['y']
OPEN = [ # why
    'y',
]
LAST = ['0', "a",
        "b",
        'y']
