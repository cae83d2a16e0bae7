if (!process.env.RUN) return;
const a = require("a");
a.start();
