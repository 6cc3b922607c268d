/** Servers that are not the cluster they should be. */
import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterTest } from '../../store/make.ts';

export const json = (status: number, body: object): RequestListener => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
};

export const isOpenSearch = { version: { distribution: 'opensearch', number: '2.19.6' } };

/** Hands everything on to the server at this address. */
export const handsOnTo =
  (address: string): RequestListener =>
  (incoming, response) => {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const { hostname, port } = new URL(address);
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  };

/** Like a healthy cluster, and answers everything else accordingly. */
const otherwise =
  (listener: RequestListener): RequestListener =>
  (request, response) =>
    request.url === '/' ? json(200, isOpenSearch)(request, response) : listener(request, response);

/** Its port. */
export async function listening(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterTest(() => {
    (server as ReturnType<typeof createServer>).closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The address of a server that answers like this. */
export const at = async (listener: RequestListener) =>
  `http://127.0.0.1:${await listening(createServer(listener))}`;

export const fault = {
  refuses: json(401, { error: 'Unauthorized' }),
  forbids: otherwise(json(403, { error: { type: 'security_exception', reason: 'no permissions' } })),
  red: otherwise(
    json(503, { error: { type: 'search_phase_execution_exception', reason: 'all shards failed' } }),
  ),
  partial: otherwise((request, response) => {
    const index = { mappings: {}, settings: { index: {} } };
    const failures = [{ reason: { reason: 'node left' } }];
    const part = { _shards: { total: 3, successful: 2, failed: 1, failures }, hits: { hits: [] } };
    const answer = request.method === 'GET' ? { index } : { ...part, responses: [part] };
    json(200, answer)(request, response);
  }),
  old: json(200, { version: { number: '7.10.2' } }),
  older: json(200, { version: { distribution: 'opensearch', number: '1.3.0' } }),
  other: (_: unknown, response: Parameters<RequestListener>[1]) => void response.end('<html>'),
  silent: () => {},
} satisfies Record<string, RequestListener>;

/** What is wrong, the code, and what the message says. */
export const wrongClusters: [keyof typeof fault, string, RegExp][] = [
  ['refuses', 'unauthorized', /refused.*OPENSEARCH_USER and OPENSEARCH_PASSWORD/],
  ['forbids', 'unauthorized', /OPENSEARCH_USER/],
  ['red', 'unreachable', /cannot answer now.*are all its nodes up/],
  ['partial', 'unreachable', /only part of an answer: node left/],
  ['old', 'failed', /Elasticsearch 7\.10\.2: OpenSearch 2 or later is needed/],
  ['older', 'failed', /opensearch 1\.3\.0: OpenSearch 2 or later/],
  ['other', 'failed', /not OpenSearch: check OPENSEARCH_URL/],
  ['silent', 'unreachable', /does not answer/],
];
