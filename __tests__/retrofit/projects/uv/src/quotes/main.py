import os

from fastapi import FastAPI

app = FastAPI()
greeting = os.environ.get("GREETING", "Less is more.")


@app.get("/")
def quote() -> dict[str, str]:
    return {"quote": greeting}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
