/** A server of the built program that is asked one question after the other. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from '../phrases/load.ts';
import { ended, type Service, startProgram } from '../phrases/service.ts';
import { mixedRequests } from '../phrases/serving.ts';
import { megabytesOf, processorOf } from '../processes.ts';
import type { Questions } from './questions.ts';

export interface Asked {
  /** Milliseconds, ascending; without those that were refused. */
  times: Float64Array;
  /** Milliseconds of processor time for each question. */
  own: number;
  nodes: number;
  /** Hash of each answer; null if it was refused. */
  answers: (string | null)[];
}

export interface Served {
  /** Seconds until it was ready, which is when its index is. */
  ready: number;
  /** Seconds of processor time until then. */
  own: number;
  nodes: number;
  /** Highest resident megabytes until then, and until the end; proportional set size after a thousand questions. */
  peak: number;
  peakAfter: number;
  after: number;
  /** Questions of the thousand that were refused. */
  refused: number;
  kinds: Map<string, Asked>;
}

/**
 * Starts a server, asks everything, and ends it.
 * @param questions null if only its start is of interest
 * @param nodes process ids of the cluster
 */
export async function served(
  data: string,
  env: Record<string, string>,
  questions: Questions | null,
  nodes: readonly number[] = [],
): Promise<Served> {
  const ofNodes = () => nodes.reduce((sum, pid) => sum + processorOf(pid), 0);
  const before = ofNodes();
  const began = performance.now();
  const service = await startProgram(data, { LOG_LEVEL: 'silent', ...env });
  const pid = service.process.pid!;
  const ready = (performance.now() - began) / 1000;
  const own = processorOf(pid) / 1000;
  const spent = (ofNodes() - before) / 1000;
  const peak = peakOf(pid);
  const kinds = new Map<string, Asked>();
  let refused = 0;
  if (questions) {
    for (const [kind, paths] of questions.kinds) kinds.set(kind, await asked(service, paths, ofNodes));
    const { failed } = await load(service.base, mixedRequests(questions.phrases, questions.reports), 8);
    refused = failed;
  }
  const after = megabytesOf(pid);
  const peakAfter = peakOf(pid);
  await ended(service);
  return { ready, own, nodes: spent, peak, peakAfter, after, refused, kinds };
}

async function asked(
  { base, process: child }: Service,
  paths: readonly string[],
  ofNodes: () => number,
): Promise<Asked> {
  const [own, nodes] = [processorOf(child.pid!), ofNodes()];
  const times: number[] = [];
  const answers: (string | null)[] = [];
  for (const path of paths) {
    const began = performance.now();
    const response = await fetch(base + path);
    const body = Buffer.from(await response.arrayBuffer());
    if (response.ok) times.push(performance.now() - began);
    answers.push(response.ok ? createHash('sha256').update(body).digest('hex') : null);
  }
  return {
    times: Float64Array.from(times).sort(),
    own: (processorOf(child.pid!) - own) / paths.length,
    nodes: (ofNodes() - nodes) / paths.length,
    answers,
  };
}

function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
