/**
 * Downloads one report's file from the United Nations document system: one request at a time, patient with a server
 * that is slow, fails or breaks off (the part that arrived is kept and continued), strict about what it accepts as a
 * document.
 */
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, request as overHttp, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportId } from '../report/index.ts';
import { IngestError } from './document.ts';
import { detectFormat } from './format.ts';
import { guardedLookup, isPrivate, PrivateAddress, type Resolve, resolveName } from './private-address.ts';

export interface DownloadOptions {
  /** Address that gets the query parameters `s` (symbol), `l` (language) and `t` (file type). */
  base: string;
  /** Hosts to which a redirect may lead even if they are in a private network or speak plain HTTP; default none. */
  hosts?: readonly string[];
  /** Folder for the file; it must exist. */
  folder: string;
  language?: string;
  type?: 'pdf' | 'doc' | 'docx';
  /** Milliseconds without data after which a request is aborted; default 30,000. */
  timeout?: number;
  /** Maximum number of tries; default 5. */
  tries?: number;
  /** Milliseconds before the second try, doubled for each further one; default 1,000. */
  pause?: number;
  /** Maximum file size in bytes; default 256 MB. */
  maxBytes?: number;
  /** How a host named in a redirect is resolved; by default as the system does. */
  resolve?: Resolve;
}

/** Failures that may pass; all others are final. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const longestPause = 60_000;

/**
 * Returns the path of the file, which is named after the report's id.
 * @throws IngestError `not_found`, `refused`, `unreachable`, `not_a_document`, `file_too_large`
 */
export async function download(symbol: string, options: DownloadOptions): Promise<string> {
  const { folder, language = 'ar', type = 'pdf', tries = 5, pause = 1000 } = options;
  const target = join(folder, `${reportId(symbol)}.${language}.${type}`);
  const part = `${target}.part`;
  const address = new URL(options.base);
  for (const [name, value] of Object.entries({ s: symbol, l: language, t: type })) {
    address.searchParams.set(name, value);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      await continuePart(address, part, symbol, options);
      await mustBeDocument(part, target, symbol);
      await rename(part, target);
      return target;
    } catch (error) {
      const wait = error instanceof Passing ? Math.max(error.wait, pause * 2 ** (attempt - 1)) : null;
      if (wait === null) {
        await rm(part, { force: true });
        throw error;
      }
      if (attempt >= tries) {
        const what = (error as Passing).message;
        throw new IngestError(
          'unreachable',
          `${symbol}: ${what}, ${tries} times: try again later; the part that arrived is kept`,
        );
      }
      await sleep(Math.min(wait, longestPause));
    }
  }
}

/** A failure that may pass; `wait`: milliseconds that the server asked for. */
class Passing extends Error {
  readonly wait: number;
  constructor(message: string, wait = 0) {
    super(message);
    this.wait = wait;
  }
}

async function continuePart(
  address: URL,
  part: string,
  symbol: string,
  options: DownloadOptions,
): Promise<void> {
  const { timeout = 30_000, maxBytes = 256 * 1024 * 1024 } = options;
  const have = await stat(part).then(
    ({ size }) => size,
    () => 0,
  );
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(), timeout);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp.abort(), timeout);
  };
  const file = await open(part, 'a');
  try {
    const { response, at } = await ask(address, symbol, options, {
      headers: { Accept: '*/*', ...(have > 0 ? { Range: `bytes=${have}-` } : {}) },
      signal: giveUp.signal,
    });
    alive();
    const { statusCode: status = 0, headers } = response;
    if (status < 200 || status > 299) response.destroy();
    if (status === 416) return;
    if (status < 200 || status > 299) throw refusal(response, at, symbol);
    // A server without support for ranges sends everything again.
    let size = status === 206 ? have : 0;
    if (size === 0) await file.truncate(0);
    const expected = size + Number(headers['content-length'] ?? Number.NaN);
    if (expected > maxBytes) throw tooLarge(symbol, maxBytes);
    try {
      for await (const chunk of response as AsyncIterable<Uint8Array>) {
        alive();
        size += chunk.length;
        if (size > maxBytes) throw tooLarge(symbol, maxBytes);
        await file.write(chunk);
      }
    } catch (error) {
      if (error instanceof IngestError) throw error;
      throw new Passing(`${address.host} broke off (${(error as Error).message})`);
    }
    if (size < expected) throw new Passing(`${address.host} sent ${size} of ${expected} bytes`);
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}

const redirects = [301, 302, 303, 307, 308];
const mostRedirects = 5;

interface Answered {
  response: IncomingMessage;
  /** Its final address, after all redirects. */
  at: URL;
}

/** Follows redirects itself, because each target is chosen by someone else. */
async function ask(
  address: URL,
  symbol: string,
  { hosts = [], resolve = resolveName }: DownloadOptions,
  init: RequestOptions,
): Promise<Answered> {
  const isKnown = (to: URL) =>
    to.origin === address.origin || hosts.includes(to.host) || hosts.includes(to.hostname);
  const refuse = (from: URL, reason: string) =>
    new IngestError(
      'refused',
      `${symbol}: ${from.host} ${reason}: check SIYAGHA_DOCUMENTS_URL, or name the host in SIYAGHA_DOCUMENTS_HOSTS`,
    );
  let from = address;
  let at = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const guard = isKnown(at) ? {} : { lookup: guardedLookup(resolve) };
    const response = await once(at, { ...init, ...guard }).catch((error: Error) => {
      if (error instanceof PrivateAddress) throw refuse(from, isOnPrivateNetwork(at));
      throw new Passing(`${at.host} did not answer (${error.message})`);
    });
    const { location } = response.headers;
    if (!redirects.includes(response.statusCode ?? 0) || location === undefined) return { response, at };
    response.destroy();
    const next = URL.canParse(location, at) ? new URL(location, at) : null;
    const reason = next === null ? 'leads to no address' : isKnown(next) ? null : whyNot(next);
    if (reason !== null) throw refuse(at, reason);
    from = at;
    at = next!;
  }
  throw new IngestError('refused', `${symbol}: ${address.host} redirects more than ${mostRedirects} times`);
}

/** One request on a connection of its own. */
function once(at: URL, options: RequestOptions): Promise<IncomingMessage> {
  const request = at.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    request(at, { ...options, agent: false })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

const isOnPrivateNetwork = (to: URL) => `leads to ${to.host}, which is on a private network`;

/** Null if a redirect to this address may be followed; where a name leads is checked when connecting. */
function whyNot(next: URL): string | null {
  if (next.protocol !== 'https:') return `leads to ${next.host} without TLS`;
  const literal = next.hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) !== 0 && isPrivate(literal) ? isOnPrivateNetwork(next) : null;
}

function refusal({ statusCode: status = 0, headers }: IncomingMessage, { host }: URL, symbol: string): Error {
  if (passing.has(status)) {
    const seconds = Number(headers['retry-after']);
    return new Passing(`${host} answered ${status}`, Number.isFinite(seconds) ? seconds * 1000 : 0);
  }
  if (status === 404 || status === 410) {
    return new IngestError('not_found', `${symbol}: ${host} has no such document: check the symbol`);
  }
  return new IngestError('refused', `${symbol}: ${host} answered ${status}: check SIYAGHA_DOCUMENTS_URL`);
}

const tooLarge = (symbol: string, maxBytes: number) =>
  new IngestError(
    'file_too_large',
    `${symbol}: the file is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`,
  );

/** An error page is not a document, whatever its status was. */
async function mustBeDocument(part: string, target: string, symbol: string): Promise<void> {
  const bytes = await readFile(part);
  let format: string | null = null;
  try {
    format = detectFormat(bytes, target);
  } catch {
    // Listed below.
  }
  if (format === null || !['pdf', 'doc', 'docx'].includes(format)) {
    throw new IngestError(
      'not_a_document',
      `${symbol}: the download is neither a PDF nor a Word file: check the symbol and SIYAGHA_DOCUMENTS_URL`,
    );
  }
}
