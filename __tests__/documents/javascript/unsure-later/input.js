const app = require("express")();
connect().then(() => app.listen(80));
