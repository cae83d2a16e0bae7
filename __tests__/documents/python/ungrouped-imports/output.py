import json
import os
from flask import Flask
from flask_cors import CORS
from models import db
from zeal import x
from .health import mount
app = Flask(__name__)
