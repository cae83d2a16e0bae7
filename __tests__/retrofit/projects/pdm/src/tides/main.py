from fastapi import FastAPI

from tides.settings import settings

app = FastAPI(title="Tides")


@app.get("/")
async def tide() -> dict[str, str | float]:
    return {"harbour": settings.harbour, "period": settings.period_hours}


@app.get("/livez", include_in_schema=False)
async def alive() -> dict[str, str]:
    return {"status": "alive"}
