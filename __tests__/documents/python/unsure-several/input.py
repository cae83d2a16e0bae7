from flask import Flask
a = Flask("a")
b = Flask("b")
