// the shop's entry
import "./env.js"
import "./tracing.js"
import "reflect-metadata"
import express, { type Request } from "express"
import { createServer } from "node:http"
import helmet from "helmet"
import { mountHealth } from "./health.js"

import { router } from "./router.js" // ours

export const app = express() as express.Express
mountHealth(app, {
  path: "/healthz",
})
app.use("/api", router)

const server: Server = createServer(app)
onStop(() => {
  server.close()
})
server.listen(3000)
