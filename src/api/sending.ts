/**
 * Sends large answers in pieces, each only when the one before has been read. A slow reader then costs only the memory
 * of the bytes left, all slow readers together have a limit, and one that stops reading is disconnected.
 */
import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import { Busy } from '../collection/index.ts';

/** Answers up to this size are sent whole, larger ones in pieces of this size. */
const piece = 64 * 1024;

export interface SendingLimits {
  /** Bytes that may wait to be read, over all answers, before another is started. */
  most: number;
  /** A client that reads nothing for this long is disconnected, in milliseconds. */
  longest: number;
}

const usual: SendingLimits = { most: 256 * 1024 * 1024, longest: 30_000 };

/** Seconds after which a refused client may ask again; by then the waiting answers are read or cut off. */
const retryAfter = 10;

/** Large answers that are being sent. */
export class Outbox {
  readonly #limits: SendingLimits;
  #waiting = 0;

  constructor(limits: Partial<SendingLimits> = {}) {
    this.#limits = { ...usual, ...limits };
  }

  /** Bytes that have not been read yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** @throws Busy if too much is already waiting to be read */
  mustHaveRoom(): void {
    if (this.#waiting > this.#limits.most)
      throw new Busy(retryAfter, 'too many large answers are still being sent');
  }

  /** The body of an answer; sets `Content-Length` if it is sent in pieces. */
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
    // Also if the client never starts reading.
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
