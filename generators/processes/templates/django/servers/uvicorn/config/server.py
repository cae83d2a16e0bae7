"""uvicorn: WEB_CONCURRENCY processes behind one port, over ASGI."""

import uvicorn

from config import env
from config.child import follow_parent
from config.logs import LOGGING

if __name__ == "__main__":
    follow_parent()
    uvicorn.run(
        "config.asgi:application",
        host=env.HOST,
        port=env.PORT,
        workers=env.WEB_CONCURRENCY,
        # Longer than load balancers keep an idle connection, so that they never meet a closed one.
        timeout_keep_alive=75,
        log_config=LOGGING,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
    )
