if (!process.env.RUN) return;
const a = require("a");
const { c } = require("c");
a.start();
require("b").start();
