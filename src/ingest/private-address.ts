/** Addresses that are nobody's business outside: this machine, its network, what is not routed on the internet. */
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

/** Of this machine, its network, or not routed on the internet? */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return inner.check(mapped, 'ipv4');
  return inner.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The host's name leads to an address that is private. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/**
 * Finds the addresses for a connection to a host that somebody else named. What is checked here is what is connected to:
 * a name that gives another address when it is asked again gains nothing.
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

/** As the machine resolves names. */
export const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });
