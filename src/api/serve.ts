/** Starts and stops the server. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import { problemBody, problemType } from './problem.ts';
import { answerUnparsed } from './unparsed.ts';

export interface Server {
  url: string;
  close(): Promise<void>;
}

/** Room for a percent-encoded query of 100,000 Arabic letters, so that the API itself can say what is too long. */
const maxHeaderSize = 1024 * 1024;

/** Time for the headers to arrive, in milliseconds; after that a body must arrive faster than `leastRate`. */
const slowest = 30_000;

/** Bytes per second. */
const leastRate = 32 * 1024;

/** How long stopping waits for answers under way, in milliseconds. */
const patience = 5000;

function refuse(response: ServerResponse, status: number, code: string, detail: string): void {
  const body = JSON.stringify(problemBody(status, code, detail));
  response.writeHead(status, { 'Content-Type': problemType, Connection: 'close' }).end(body);
}

/** Disconnects a client whose body arrives too slowly; a long body may take long. */
function cutSlowBody(request: IncomingMessage, response: ServerResponse): void {
  if (!('transfer-encoding' in request.headers) && Number(request.headers['content-length'] ?? 0) === 0)
    return;
  const began = performance.now();
  const before = request.socket.bytesRead;
  const timer = setInterval(() => {
    const elapsed = performance.now() - began;
    if (elapsed < slowest) return;
    const rate = (request.socket.bytesRead - before) / (elapsed / 1000);
    if (request.complete || rate >= leastRate) return;
    clearInterval(timer);
    if (!response.headersSent) refuse(response, 408, 'timeout', 'the body did not arrive in time');
    request.socket.destroySoon();
  }, 1000);
  timer.unref();
  const done = () => clearInterval(timer);
  request.once('end', done);
  response.once('close', done);
}

/** @throws Error saying which address could not be used and what to do */
export function serve(options: AppOptions, address: { port: number; host: string }): Promise<Server> {
  const app = createApp(options);
  const listener = getRequestListener(app.fetch, {
    hostname: address.host,
    errorHandler(error) {
      const known = error instanceof RequestError;
      if (!known) options.log.error({ err: error }, 'request failed');
      const status = known ? 400 : 500;
      const detail = known
        ? `the request cannot be read: ${error.message}`
        : 'the server failed to answer this request';
      const body = JSON.stringify(problemBody(status, known ? 'bad_request' : 'internal_error', detail));
      return new Response(body, { status, headers: { 'Content-Type': problemType } });
    },
  });
  const busy = new WeakMap<Socket, number>();
  // A missing Host gets an answer below that says so.
  const limits = { maxHeaderSize, headersTimeout: slowest, requestTimeout: 0, requireHostHeader: false };
  const timing = { connectionsCheckingInterval: 1000, keepAliveTimeout: 5000 };
  const server = createServer({ ...limits, ...timing }, (request: IncomingMessage, response) => {
    const { socket } = request;
    if (!request.headers.host && request.httpVersion === '1.1') {
      refuse(response, 400, 'bad_request', 'the request names no Host');
      return;
    }
    cutSlowBody(request, response);
    busy.set(socket, (busy.get(socket) ?? 0) + 1);
    response.once('close', () => busy.set(socket, (busy.get(socket) ?? 1) - 1));
    return listener(request, response);
  });
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    const between = (busy.get(socket as Socket) ?? 0) > 0;
    answerUnparsed(error, socket as Socket, between ? null : app.fetch).catch(() => socket.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const place = `${address.host}:${address.port}`;
      if (error.code === 'EADDRINUSE') {
        reject(
          new Error(`address ${place} is in use: stop the program that uses it, or choose another --port`),
        );
      } else if (error.code === 'EACCES') {
        reject(new Error(`address ${place} is not allowed: choose a --port above 1023`));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(new Error(`address ${place} is not an address of this machine: choose another --host`));
      } else reject(error);
    });
    server.listen(address.port, address.host, () => {
      const info = server.address() as AddressInfo;
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({
        url: `http://${host}:${info.port}`,
        close: () =>
          new Promise((done) => {
            const late = setTimeout(() => server.closeAllConnections(), patience);
            server.close(() => {
              clearTimeout(late);
              done();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
}
