import { type RequestListener, request } from 'node:http';
import { pipeline } from 'node:stream';

/** Everything goes on to the server of that port, the name that was asked for with it. */
export function passOn(inside: number): RequestListener {
  return (asked, answer) => {
    const { method = 'GET', url = '/', headers } = asked;
    // A connection for each request, as proxies do by default: one kept open may end while a form is on its way.
    const to = { host: '127.0.0.1', port: inside, agent: false };
    const passed = request({ ...to, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      pipeline(response, answer, () => undefined);
    });
    passed.on('error', () => answer.destroy());
    pipeline(asked, passed, () => undefined);
  };
}
