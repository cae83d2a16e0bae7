const Koa = require("koa")
const Router = require("@koa/router")

const app = new Koa()
const router = new Router()

if (require.main === module) {
    app.use(router.routes())
    app.listen(3000)
}

module.exports = app
