/** The API over the sample reports, called in process. */
import { pino } from 'pino';
import { createApp } from '../../src/api/index.ts';
import { type Opened, openSamples, openTemporary } from '../collection/sample-collection.ts';

export const base = 'SRO-C.7-2008-9';
export const reportOf = (year: number): string => `SRO-C.7-${year}-9`;

export interface AskedApp extends Opened {
  app: ReturnType<typeof createApp>;
  get(path: string, init?: RequestInit): Promise<Response>;
}

function withApp(opened: Opened): AskedApp {
  const app = createApp({ ...opened, log: pino({ level: 'silent' }) });
  const incoming = { socket: { remoteAddress: '192.0.2.1', remotePort: 5000, remoteFamily: 'IPv4' } };
  return { ...opened, app, get: async (path, init) => app.request(path, init, { incoming }) };
}

export async function sampleApp(environment: Record<string, string> = {}): Promise<AskedApp> {
  return withApp(await openSamples(environment));
}

export async function emptyApp(environment: Record<string, string> = {}): Promise<AskedApp> {
  return withApp(await openTemporary(environment));
}

/** `a=1&b=2&b=3`, percent-encoded. */
export function query(parameters: Record<string, string | number | readonly string[]>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of typeof value === 'object' ? value : [value]) search.append(name, String(one));
  }
  return search.toString();
}
