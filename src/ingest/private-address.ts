/** Private addresses: this machine, its network, and everything not routed on the internet. */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';

const inner = new BlockList();
for (const network of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
]) {
  const [address = '', bits] = network.split('/');
  inner.addSubnet(address, Number(bits), 'ipv4');
}
for (const network of ['::/127', 'fc00::/7', 'fe80::/10', 'ff00::/8', '64:ff9b:1::/48']) {
  const [address = '', bits] = network.split('/');
  inner.addSubnet(address, Number(bits), 'ipv6');
}

/** Whether an address belongs to this machine or its network, or is not routed on the internet. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return inner.check(mapped, 'ipv4');
  return inner.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The host's name resolves to a private address. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * Resolves the addresses for a connection to a host named by someone else. The addresses checked here are the ones
 * connected to: a name that resolves differently the second time gains nothing.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const first = addresses[0];
        if (addresses.some(({ address }) => isPrivate(address)))
          return callback(new PrivateAddress(hostname), []);
        if (first === undefined) return callback(new Error(`${hostname} has no address`), []);
        if (options.all) return callback(null, addresses);
        callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

/** Resolves as the system does. */
export const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });
