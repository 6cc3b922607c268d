/** A server that fails in a chosen way, for fault tests only: it stores nothing and ranks nothing. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterTest } from '../store/make.ts';

export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

export const faults = {
  unauthorized: json(403, {
    message: 'The provided API key is invalid.',
    code: 'invalid_api_key',
    type: 'auth',
    link: '',
  }),
  broken: json(500, { message: 'internal', code: 'internal', type: 'internal', link: '' }),
  silent: () => undefined,
  hangsUp: (request: IncomingMessage) => request.socket.destroy(),
  notMeilisearch: (_: IncomingMessage, response: ServerResponse) => response.end('<html>welcome</html>'),
  /** Accepts every task and says that it failed. */
  failsTasks: (request: IncomingMessage, response: ServerResponse) => {
    const task = {
      taskUid: 1,
      uid: 1,
      status: 'failed',
      type: 'documentAdditionOrUpdate',
      error: { message: 'no space left' },
    };
    if (request.url?.startsWith('/tasks')) return json(200, task)(request, response);
    if (request.method === 'GET') {
      return json(404, { message: 'none', code: 'index_not_found', type: 'invalid_request', link: '' })(
        request,
        response,
      );
    }
    return json(202, { ...task, status: 'enqueued' })(request, response);
  },
} satisfies Record<string, Fault>;

function json(status: number, body: unknown): Fault {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

/** @returns the address, how often it was asked, and how to change what it does; closed after the test */
export async function fakeServer(
  fault: Fault,
): Promise<{ url: string; asked(): number; become(fault: Fault): void }> {
  let current = fault;
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    current(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => count,
    become: (next) => {
      current = next;
    },
  };
}
