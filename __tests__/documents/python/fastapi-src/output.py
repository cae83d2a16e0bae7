import logging

from fastapi import FastAPI, Depends as D
import uvicorn

from .health import mount_health
from .routers import items

app = FastAPI(
    title="Größe 😀",
)
mount_health(app)
mount_docs(app)
app.include_router(items.router)


if __name__ == "__main__":
    logging.basicConfig(level="INFO")
    uvicorn.run(app, port=8000)
