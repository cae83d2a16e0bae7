from a import (
    b,
    c as d,
)
import os.path, sys as s
app = make( )
mount(app , name='x',)
