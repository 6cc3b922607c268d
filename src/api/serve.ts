/** Starts and stops the server. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';
import { problemBody, problemType } from './problem.ts';
import { answerUnparsed } from './unparsed.ts';

export interface Server {
  url: string;
  close(): Promise<void>;
}

/** Room for a query of 100,000 Arabic letters in percent-encoding, so that the API itself says what is too long. */
const maxHeaderSize = 1024 * 1024;

/** @throws Error saying which address could not be taken and what to do. */
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
        : 'the server failed at this request';
      const body = JSON.stringify(problemBody(status, known ? 'bad_request' : 'internal_error', detail));
      return new Response(body, { status, headers: { 'Content-Type': problemType } });
    },
  });
  const busy = new WeakMap<Socket, number>();
  const server = createServer({ maxHeaderSize }, (request: IncomingMessage, response) => {
    const { socket } = request;
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
          new Error(`address ${place} is in use: end the program that holds it or choose another --port`),
        );
      } else if (error.code === 'EACCES') {
        reject(new Error(`address ${place} is not allowed: choose a --port above 1023`));
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(new Error(`address ${place} is not one of this machine: choose another --host`));
      } else reject(error);
    });
    server.listen(address.port, address.host, () => {
      const info = server.address() as AddressInfo;
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({
        url: `http://${host}:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeIdleConnections();
          }),
      });
    });
  });
}
