"use strict";
require("dotenv/config");
const env = require("./env");

module.exports = { port: 80 };
