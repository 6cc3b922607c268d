/** The client's address: that of the connection or, behind trusted proxies, the one they report. */
import { BlockList, isIP, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** @param trusted addresses and networks (`10.0.0.0/8`) whose `X-Forwarded-For` counts. */
export function client(trusted: readonly string[]): MiddlewareHandler {
  const proxies = trusted.length > 0 ? networks(trusted) : null;
  return async (c, next) => {
    if (proxies === null) {
      c.set('client', plain(addressOf(c)));
      return next();
    }
    const chain = [
      ...(c.req.header('X-Forwarded-For') ?? '').split(',').map((address) => address.trim()),
      addressOf(c),
    ].map(plain);
    // From the server outwards: only what a trusted proxy says about the next address counts.
    let place = chain.length - 1;
    while (place > 0 && isTrusted(proxies, chain[place]!) && isIP(chain[place - 1]!) !== 0) place -= 1;
    c.set('client', chain[place]!);
    await next();
  };
}

/** Without a connection (in-process calls) the address is unknown. */
function addressOf(c: Context): string {
  const asked = c.env as { incoming?: unknown; server?: unknown } | undefined;
  return asked?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown';
}

/** A household has a whole IPv6 network, so its first four groups identify the client. */
export function clientKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

export function networks(list: readonly string[]): BlockList {
  const found = new BlockList();
  for (const entry of list) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) found.addAddress(address, family);
    else found.addSubnet(address, Number(bits), family);
  }
  return found;
}

function isTrusted(proxies: BlockList, address: string): boolean {
  return isIP(address) !== 0 && proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
