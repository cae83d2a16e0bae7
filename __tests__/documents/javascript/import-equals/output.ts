import express = require('express');
import http = require('http');
import { health } from './health';

const app: express.Express = express();
const server = http.createServer(app).listen(80);
stop(server);
export = server;
