/** Load over HTTP: many connections, each of which requests the next address as soon as the last answer arrives. */
import { Agent, get } from 'node:http';

export interface Load {
  /** Answers per second. */
  rate: number;
  /** Milliseconds of each request, ascending. */
  times: Float64Array;
  /** Answers that were not 200, or did not arrive. */
  failed: number;
  /** Mean length of a body, in bytes. */
  bytes: number;
}

/** Requests every path once, `connections` at a time, over connections that stay open. */
export async function load(base: string, paths: readonly string[], connections: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = new Float64Array(paths.length);
  let next = 0;
  let failed = 0;
  let bytes = 0;
  const one = async () => {
    while (next < paths.length) {
      const at = next;
      next += 1;
      const began = performance.now();
      const { status, length } = await ask(agent, base + paths[at]!);
      times[at] = performance.now() - began;
      if (status !== 200) failed += 1;
      bytes += length;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { rate: paths.length / seconds, times: times.sort(), failed, bytes: bytes / paths.length };
}

function ask(agent: Agent, url: string): Promise<{ status: number; length: number }> {
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, length: 0 });
    get(url, { agent }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, length }));
      response.on('error', failed);
    }).on('error', failed);
  });
}
