/**
 * A network of its own for a cluster of several nodes, so that it can be split: each node is in a network namespace, and
 * all are on a bridge that leads nowhere but to this machine. Needs Linux and the rights of root.
 */
import { spawnSync } from 'node:child_process';

export interface NodeNetwork {
  /** Of each node. */
  addresses: readonly string[];
  /** What to put before a command to run it on a node. */
  on(node: number): string[];
  /** Nothing gets from one side to the other any more; the tests still reach all nodes. */
  split(nodes: readonly number[]): void;
  heal(): void;
  end(): void;
}

function ip(...given: (string | number)[]): void {
  const { status, stderr } = spawnSync('ip', given.map(String), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${given.join(' ')}: ${stderr || 'cannot be run'}`);
}

/** Why no networks can be made; null if they can. */
export function whyNoNetwork(): string | null {
  const name = `sy${process.pid}try`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'delete', name);
    return null;
  } catch (error) {
    return `no network namespace can be made (${(error as Error).message.trim()})`;
  }
}

export function makeNetwork(count: number): NodeNetwork {
  const bridge = `sy${process.pid}`;
  const subnet = `10.213.${process.pid % 250}`;
  const addresses = Array.from({ length: count }, (_, i) => `${subnet}.${i + 1}`);
  const spaces = addresses.map((_, i) => `${bridge}n${i + 1}`);
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('address', 'add', `${subnet}.254/24`, 'dev', bridge);
  ip('link', 'set', bridge, 'up');
  for (const [i, space] of spaces.entries()) {
    ip('netns', 'add', space);
    ip('link', 'add', `${bridge}v${i}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space);
    ip('link', 'set', `${bridge}v${i}`, 'master', bridge, 'up');
    ip('-n', space, 'address', 'add', `${addresses[i]}/24`, 'dev', 'eth0');
    ip('-n', space, 'link', 'set', 'eth0', 'up');
    ip('-n', space, 'link', 'set', 'lo', 'up');
  }
  let cut: [number, number][] = [];
  const route = (what: 'add' | 'delete', from: number, to: number) =>
    ip('-n', spaces[from]!, 'route', what, 'blackhole', `${addresses[to]}/32`);
  return {
    addresses,
    on: (node) => ['ip', 'netns', 'exec', spaces[node]!],
    split(nodes) {
      for (const [a] of spaces.entries())
        for (const [b] of spaces.entries()) {
          if (nodes.includes(a) === nodes.includes(b)) continue;
          route('add', a, b);
          cut.push([a, b]);
        }
    },
    heal() {
      for (const [a, b] of cut) route('delete', a, b);
      cut = [];
    },
    end() {
      for (const space of spaces) ip('netns', 'delete', space);
      ip('link', 'delete', bridge);
    },
  };
}
