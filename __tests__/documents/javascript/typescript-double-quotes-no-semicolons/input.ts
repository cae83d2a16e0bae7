// the shop's entry
import "reflect-metadata"
import express, { type Request } from "express"
import { createServer } from "node:http"

import { router } from "./router.js" // ours

export const app = express() as express.Express
app.use("/api", router)

const server: Server = createServer(app)
server.listen(3000)
