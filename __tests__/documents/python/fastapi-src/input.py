from fastapi import FastAPI, Depends as D
import uvicorn

from .routers import items

app = FastAPI(
    title="Größe 😀",
)
app.include_router(items.router)


if __name__ == "__main__":
    uvicorn.run(app, port=8000)
