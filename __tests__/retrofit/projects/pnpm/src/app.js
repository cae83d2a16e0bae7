const fastify = require('fastify');

exports.build = () => {
  const app = fastify();
  app.get('/', async () => ({ links: 0 }));
  app.get('/ping', async () => 'pong');
  return app;
};
