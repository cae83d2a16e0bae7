'use strict';

require('./imagine/env.js');
const express = require('express');
const path = require('path');
require('dotenv').config();
const pino = require('pino');
const { levels: all } = require('pino');
const { connect } = require('./db');
const { mountHealth } = require('./imagine/health.js');

const app = express();
mountHealth(app);
mountDocs(app);

app.use(express.json());

const server = app.listen(process.env.PORT || 3000, () => {
  console.log('up');
});
stopOn(server, ['SIGTERM']);
