from fastapi import FastAPI

app = FastAPI()
"""The application that a server is told."""
add_health(app)

app.include_router(None)


class Shop:
    def __init__(self):
        self.app = FastAPI()
        """Its own."""
