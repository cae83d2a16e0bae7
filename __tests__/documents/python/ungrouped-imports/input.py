import os
from flask import Flask
from models import db
app = Flask(__name__)
