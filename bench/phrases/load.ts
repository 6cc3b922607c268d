/** Load over HTTP: many connections, each of which requests the next address as soon as the last answer arrives. */
import { Pool } from 'undici';

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

/**
 * Requests every path once, `connections` at a time, over connections that stay open. With undici's handlers a request
 * costs this process half of what `node:http` takes: on a machine with few cores the load is taken from the server.
 */
export async function load(base: string, paths: readonly string[], connections: number): Promise<Load> {
  const pool = new Pool(base, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  const times = new Float64Array(paths.length);
  let next = 0;
  let failed = 0;
  let bytes = 0;
  const one = async () => {
    while (next < paths.length) {
      const at = next;
      next += 1;
      const began = performance.now();
      const { status, length } = await ask(pool, paths[at]!);
      times[at] = performance.now() - began;
      if (status !== 200) failed += 1;
      bytes += length;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return { rate: paths.length / seconds, times: times.sort(), failed, bytes: bytes / paths.length };
}

function ask(pool: Pool, path: string): Promise<{ status: number; length: number }> {
  return new Promise((resolve) => {
    let status = 0;
    let length = 0;
    pool.dispatch(
      { path, method: 'GET' },
      {
        onRequestStart() {},
        onResponseStart(_, given) {
          status = given;
        },
        onResponseData(_, chunk) {
          length += chunk.length;
        },
        onResponseEnd: () => resolve({ status, length }),
        onResponseError: () => resolve({ status: 0, length }),
      },
    );
  });
}
