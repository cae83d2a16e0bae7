import { calleeOf, lastOf, nameIn } from '../syntax/ask.ts';
import type { Call, Module } from '../syntax/types.ts';

/** Calls that serve an application from the code itself, as in production. */
const serving = new Set([
  ...['uvicorn.run', 'aiohttp.web.run_app', 'waitress.serve', 'granian.Granian', 'uvicorn.Server'],
  ...['gevent.pywsgi.WSGIServer', 'eventlet.wsgi.server', 'cheroot.wsgi.Server', 'bjoern.run'],
  ...['tornado.httpserver.HTTPServer', 'tornado.ioloop.IOLoop.current', 'hypercorn.asyncio.serve'],
  ...['granian.server.Granian', 'meinheld.server.listen', 'cherrypy.engine.start'],
]);

/** Methods of an application object that serve as in production, by framework. */
const methods: Readonly<Record<string, string>> = { sanic: 'run', robyn: 'start' };

/** The call in a module that serves its application; none where it reloads or debugs. */
export const servingCall = (module: Module, framework: string | undefined): Call | undefined =>
  module.calls.find((call) => {
    const name = calleeOf(call);
    if (isOn(call, 'reload') || isOn(call, 'debug') || isOn(call, 'dev')) return false;
    if (serving.has(name)) return true;
    if (name === 'bottle.run') return call.keywords.server !== undefined;
    return name.includes('.') && methods[framework ?? ''] === lastOf(name);
  });

/** The call that opens a port, also a framework's development server. */
export const listeningCall = (module: Module): Call | undefined =>
  module.calls.find((call) => {
    const name = calleeOf(call);
    const byKeyword = call.keywords.port !== undefined && /(?:^|\.)(?:run|start|serve)$/.test(name);
    const listens = lastOf(name) === 'listen' && !/^(?:debugpy|ptvsd|pydevd|event)\b/.test(name);
    return serving.has(name) || byKeyword || (listens && call.args.length > 0);
  });

const isOn = ({ keywords }: Call, name: string): boolean => {
  const value = keywords[name];
  return value?.kind === 'literal' && value.text === 'True';
};

/** What `uvicorn.run("shop.main:app")` names as its application. */
export function namedByCall(call: Call): string | undefined {
  const [first] = call.args;
  const value = first ?? call.keywords.app;
  if (value?.kind === 'text' && value.text.includes(':')) return value.text;
  return nameIn(value);
}
