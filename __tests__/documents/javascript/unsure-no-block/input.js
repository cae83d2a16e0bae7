const app = require("express")();
if (main) app.listen(80);
