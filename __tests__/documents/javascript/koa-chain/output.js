const Koa = require("koa")
const Router = require("@koa/router")
const { health } = require("./health.js")

const app = new Koa()
app.use(health)
const router = new Router()

if (require.main === module) {
    app.use(router.routes())
    app.listen(3000)
    process.on("SIGTERM", stop)
}

module.exports = app
