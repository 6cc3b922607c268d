/** Addresses that are nobody's business outside: this machine, its network, what is not routed on the internet. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';

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

/** True where any address of the host is one of those; a host without an address is not, and does not answer. */
export async function isPrivate(hostname: string): Promise<boolean> {
  const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  return addresses.some(({ address }) => {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    if (mapped) return inner.check(mapped, 'ipv4');
    return inner.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  });
}
