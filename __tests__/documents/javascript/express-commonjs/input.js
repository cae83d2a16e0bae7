'use strict';

const express = require('express');
const path = require('path');
require('dotenv').config();
const { connect } = require('./db');

const app = express();

app.use(express.json());

const server = app.listen(process.env.PORT || 3000, () => {
  console.log('up');
});
