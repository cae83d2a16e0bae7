export const config = {
  host: process.env.HOST ?? '127.0.0.1',
  port: Number.parseInt(process.env.PORT ?? '4350', 10),
  logLevel: process.env.LOG_LEVEL ?? 'info',
};
