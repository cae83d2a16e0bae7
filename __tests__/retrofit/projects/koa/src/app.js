'use strict';

const Koa = require('koa');
const bodyParser = require('koa-bodyparser');
const { sessionSecret } = require('./config');
const router = require('./routes');

const app = new Koa();
app.keys = [sessionSecret];

app.use(bodyParser());
app.use(router.routes());
app.use(router.allowedMethods());

module.exports = app;
