/**
 * Large answers are sent in pieces, each once the one before was taken: a slow reader costs the bytes that are left, and
 * all slow readers together no more than a limit. One who stops reading is cut off.
 */
import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { Busy } from '../collection/index.ts';

/** Answers of up to so many bytes go out whole; others in pieces of so many. */
const piece = 64 * 1024;

export interface SendingLimits {
  /** Bytes that may wait to be read, of all answers together, before the next is begun. */
  most: number;
  /** A client that takes nothing for so long is cut off, in milliseconds. */
  longest: number;
}

const usual: SendingLimits = { most: 256 * 1024 * 1024, longest: 30_000 };

/** Said to whoever is refused: what waits to be read is gone by then, or cut off. */
const retryAfter = 10;

/** Large answers on their way. */
export class Outbox {
  readonly #limits: SendingLimits;
  #waiting = 0;

  constructor(limits: Partial<SendingLimits> = {}) {
    this.#limits = { ...usual, ...limits };
  }

  /** Bytes that nobody has taken yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @throws Busy where too much waits to be read already */
  mustHaveRoom(): void {
    if (this.#waiting > this.#limits.most)
      throw new Busy(retryAfter, 'too many large answers wait to be read by those who asked for them');
  }

  /** The body of an answer; sets `Content-Length` for one that goes out in pieces. */
  bodyOf(c: Context, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
    if (bytes.length <= piece || c.req.method === 'HEAD') return bytes;
    c.header('Content-Length', String(bytes.length));
    const response = (c.env as { outgoing?: ServerResponse } | undefined)?.outgoing;
    let at = 0;
    let left = bytes.length;
    const take = (size: number) => {
      left -= size;
      this.#waiting -= size;
    };
    const end = () => {
      clearTimeout(timer);
      take(left);
    };
    const timer = setTimeout(() => {
      end();
      response?.destroy();
    }, this.#limits.longest);
    timer.unref();
    this.#waiting += left;
    // Also where the answer is never begun to be read.
    response?.once('close', end);
    return new ReadableStream(
      {
        pull(controller) {
          if (left === 0 && at < bytes.length) return controller.close();
          timer.refresh();
          const next = bytes.subarray(at, at + piece);
          at += next.length;
          take(next.length);
          controller.enqueue(next);
          if (at < bytes.length) return;
          end();
          controller.close();
        },
        cancel: end,
      },
      { highWaterMark: 0 },
    );
  }
}
