/**
 * Answers requests that Node's HTTP parser rejects. It rejects every URL with letters outside ASCII, which is what
 * `curl 'http://…/v1/search?q=…'` sends for Arabic. Such a GET is answered all the same, on its own connection, which
 * is then closed. All others get a problem that says what is wrong.
 */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemBody, problemType } from './problem.ts';

type Fetch = (request: Request, env: { incoming: { socket: Socket } }) => Response | Promise<Response>;

/** @param fetch null if another answer is under way on the socket; then the socket is only closed */
export async function answerUnparsed(
  error: NodeJS.ErrnoException & { rawPacket?: Buffer },
  socket: Socket,
  fetch: Fetch | null,
): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable || fetch === null) {
    socket.destroy();
    return;
  }
  const request = error.code === 'HPE_INVALID_URL' ? requestOf(error.rawPacket) : null;
  const response = request ? await fetch(request, { incoming: { socket } }) : refusal(error.code);
  await write(socket, response, request?.method === 'HEAD');
}

function refusal(code: string | undefined): Response {
  const [status, name, detail] = ((): [number, string, string] => {
    switch (code) {
      case 'HPE_HEADER_OVERFLOW':
        return [431, 'headers_too_large', 'the URL and headers are too long: at most 1 MB'];
      case 'ERR_HTTP_REQUEST_TIMEOUT':
        return [408, 'timeout', 'the request did not arrive in time'];
      case 'HPE_INVALID_URL':
        return [
          400,
          'bad_request',
          'the URL has characters that must be percent-encoded: curl --get --data-urlencode "q=…" does so',
        ];
      default:
        return [400, 'bad_request', 'this is not an HTTP request that can be read'];
    }
  })();
  const body = JSON.stringify(problemBody(status, name, detail));
  return new Response(body, { status, headers: { 'Content-Type': problemType } });
}

/** A complete GET or HEAD whose only fault is raw bytes in its URL, with those percent-encoded; otherwise null. */
function requestOf(packet: Buffer | undefined): Request | null {
  const head = packet?.toString('latin1') ?? '';
  const end = head.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [line = '', ...fields] = head.slice(0, end).split('\r\n');
  const [, method, target] = /^(GET|HEAD) (\/[^\s]*) HTTP\/1\.[01]$/.exec(line) ?? [];
  if (!method || !target || !/[\x80-\xff]/.test(target)) return null;
  const url = target.replaceAll(
    /[\x80-\xff]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  try {
    const headers = new Headers();
    for (const field of fields) {
      const colon = field.indexOf(':');
      headers.append(field.slice(0, colon), field.slice(colon + 1).trim());
    }
    if (headers.has('content-length') || headers.has('transfer-encoding')) return null;
    return new Request(new URL(url, `http://${headers.get('host') ?? 'localhost'}`), { method, headers });
  } catch {
    return null;
  }
}

async function write(socket: Socket, response: Response, headOnly: boolean): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const lines = [`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`];
  response.headers.forEach((value, name) => {
    if (!['content-length', 'transfer-encoding', 'connection'].includes(name))
      lines.push(`${name}: ${value}`);
  });
  lines.push(`content-length: ${body.length}`, 'connection: close', '', '');
  socket.write(lines.join('\r\n'), 'latin1');
  if (headOnly) socket.end();
  else socket.end(body);
}
