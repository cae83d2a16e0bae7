const { build } = require('./app');

build().listen({ port: Number(process.env.PORT || 4320), host: process.env.HOST || '0.0.0.0' });
