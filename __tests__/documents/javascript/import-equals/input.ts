import express = require('express');
import http = require('http');

const app: express.Express = express();
const server = http.createServer(app).listen(80);
export = server;
