const express = require("express");
const a = express();
const b = express();
