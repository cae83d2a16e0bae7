'use strict';

const Router = require('@koa/router');
const { title } = require('./config');

const router = new Router();
const entries = [];

router.get('/', (ctx) => {
  ctx.body = { title, entries };
});

router.post('/entries', (ctx) => {
  entries.push(String(ctx.request.body.text));
  ctx.status = 201;
});

module.exports = router;
