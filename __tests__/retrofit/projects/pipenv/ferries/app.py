import os

from quart import Quart

app = Quart(__name__)
app.config["LINE"] = os.getenv("FERRY_LINE", "Hvaler")


@app.get("/")
async def index():
    return {"line": app.config["LINE"]}


@app.get("/ping")
async def ping():
    return "pong"
