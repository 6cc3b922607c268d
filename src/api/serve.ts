/** Starts and stops the server. */
import type { AddressInfo } from 'node:net';
import { serve as listen } from '@hono/node-server';
import { type AppOptions, createApp } from './app.ts';

export interface Server {
  url: string;
  close(): Promise<void>;
}

/** @throws Error saying which address could not be taken and what to do. */
export function serve(options: AppOptions, address: { port: number; host: string }): Promise<Server> {
  const app = createApp(options);
  return new Promise((resolve, reject) => {
    const server = listen(
      { fetch: app.fetch, port: address.port, hostname: address.host },
      (info: AddressInfo) => {
        const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
        resolve({
          url: `http://${host}:${info.port}`,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeIdleConnections' in server) server.closeIdleConnections();
            }),
        });
      },
    );
    server.on('error', (error: NodeJS.ErrnoException) => {
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
  });
}
