/**
 * Large answers are sent in pieces, as they are read: unread bytes are counted and bounded, and stalled answers are cut
 * off.
 */
import { EventEmitter } from 'node:events';
import type { Context } from 'hono';
import { describe, expect, it } from 'vitest';
import { Outbox } from '../../src/api/sending.ts';

class Connection extends EventEmitter {
  destroyed = false;
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
}

function answering(method = 'GET') {
  const outgoing = new Connection();
  const headers: Record<string, string> = {};
  const header = (name: string, value: string) => {
    headers[name] = value;
  };
  const c = { env: { outgoing }, req: { method }, header } as unknown as Context;
  return { c, outgoing, headers };
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) & 0xff);
const large = 1_000_000;

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    pieces.push(value);
  }
}

describe('an answer', () => {
  it('that is small is sent in one piece, and so is one to a HEAD request', () => {
    const outbox = new Outbox();
    const small = bytesOf(1000);
    expect(outbox.bodyOf(answering().c, small)).toBe(small);
    const whole = bytesOf(large);
    expect(outbox.bodyOf(answering('HEAD').c, whole)).toBe(whole);
    expect(outbox.waiting).toBe(0);
  });

  it('that is large is sent piece by piece, as it is read', async () => {
    const outbox = new Outbox();
    const { c, headers, outgoing } = answering();
    const whole = bytesOf(large);
    const reader = (outbox.bodyOf(c, whole) as ReadableStream<Uint8Array>).getReader();
    expect(headers['Content-Length']).toBe(String(large));
    expect(outbox.waiting).toBe(large);
    const first = await reader.read();
    expect(first.value!.length).toBeLessThanOrEqual(64 * 1024);
    // Nobody has asked for the next one.
    await new Promise((resolve) => setImmediate(resolve));
    expect(outbox.waiting).toBe(large - first.value!.length);
    const rest = await readAll(reader);
    expect(Buffer.concat([first.value!, rest]).equals(whole)).toBe(true);
    expect(outbox.waiting).toBe(0);
    outgoing.emit('close');
    expect(outbox.waiting).toBe(0);
  });

  it('whose reader disconnects stops waiting', async () => {
    const outbox = new Outbox();
    const left = answering();
    outbox.bodyOf(left.c, bytesOf(large));
    const cancelled = outbox.bodyOf(answering().c, bytesOf(large)) as ReadableStream<Uint8Array>;
    expect(outbox.waiting).toBe(2 * large);
    left.outgoing.emit('close');
    expect(outbox.waiting).toBe(large);
    await cancelled.cancel();
    expect(outbox.waiting).toBe(0);
  });

  it('whose reader reads nothing for too long is cut off', async () => {
    const outbox = new Outbox({ longest: 20 });
    const { c, outgoing } = answering();
    const reader = (outbox.bodyOf(c, bytesOf(large)) as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    while (!outgoing.destroyed) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(outbox.waiting).toBe(0);
  });

  it('is not started if too many unread bytes are waiting', () => {
    const outbox = new Outbox({ most: large });
    const { c, outgoing } = answering();
    outbox.bodyOf(c, bytesOf(large));
    outbox.mustHaveRoom();
    outbox.bodyOf(answering().c, bytesOf(large));
    expect(() => outbox.mustHaveRoom()).toThrow(expect.objectContaining({ code: 'busy', status: 503 }));
    outgoing.emit('close');
    outbox.mustHaveRoom();
  });
});
