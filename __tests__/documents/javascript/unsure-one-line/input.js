const app = require("express")(); app.use(x);
