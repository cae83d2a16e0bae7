// Loaded before the tests (`--import`), by the runner and by each file's own process.
process.env.NODE_ENV = 'test';
