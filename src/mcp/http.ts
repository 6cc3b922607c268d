/**
 * MCP's streamable HTTP, one message at a time: each request gets its own server without a session, so that any process
 * behind a load balancer can answer.
 */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type McpOptions } from './server.ts';

/** Maximum size of a message in bytes. */
const mostBytes = 256 * 1024;

/** A JSON-RPC error, for a message that could not be read. */
export function refusal(status: number, code: number, message: string): Response {
  const body = { jsonrpc: '2.0', error: { code, message }, id: null };
  return Response.json(body, { status, headers: status === 405 ? { Allow: 'POST' } : {} });
}

export async function answerHttp(request: Request, options: McpOptions): Promise<Response> {
  if (request.method !== 'POST')
    return refusal(405, -32000, 'this server keeps no session: send messages with POST');
  if (Number(request.headers.get('Content-Length') ?? 0) > mostBytes) return tooLarge();
  const text = await readAll(request);
  if (text === null) return tooLarge();
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return refusal(400, -32700, 'the body is not JSON');
  }
  // A batch would count as one request against the rate limit.
  if (Array.isArray(message)) return refusal(400, -32600, 'send one message at a time, not a batch');
  const server = createMcpServer(options);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  // When the client disconnects, work on the answer stops.
  request.signal.addEventListener('abort', () => void server.close());
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: message });
  } finally {
    if (!request.signal.aborted) await server.close();
  }
}

const tooLarge = () => refusal(413, -32600, `a message may have at most ${mostBytes / 1024} kB`);

/** Null if it is larger than a message may be. */
async function readAll(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
