'use strict';

require('dotenv').config();
const http = require('node:http');
const app = require('./src/app');
const { port } = require('./src/config');

http.createServer(app.callback()).listen(port, () => {
  console.log(`listening on ${port}`);
});
