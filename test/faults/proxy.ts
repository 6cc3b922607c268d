/** A proxy in front of a search server that passes its answers on, slows them down, or answers something else. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Mode = 'pass' | 'slow' | 'garbage' | 'full' | 'hang up';

export interface SearchProxy {
  url: string;
  mode: Mode;
  close(): Promise<void>;
}

/**
 * @param to address of the server behind it
 * @param slow milliseconds by which an answer is delayed in mode `slow`
 */
export async function proxyTo(to: string, slow: number): Promise<SearchProxy> {
  const server = createServer((incoming, outgoing) => {
    const { mode } = proxy;
    if (mode === 'hang up') return incoming.socket.destroy();
    if (mode === 'garbage') return outgoing.end('<html>502 Bad Gateway</html>');
    if (mode === 'full') {
      outgoing.writeHead(422, { 'Content-Type': 'application/json' });
      return outgoing.end(
        JSON.stringify({
          message: 'No space left on device',
          code: 'no_space_left_on_device',
          type: 'system',
        }),
      );
    }
    const { method, url, headers } = incoming;
    const forward = () => {
      const behind = request(new URL(url ?? '/', to), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      behind.on('error', () => outgoing.destroy());
      incoming.pipe(behind);
    };
    setTimeout(forward, mode === 'slow' ? slow : 0);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy: SearchProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: 'pass',
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return proxy;
}
