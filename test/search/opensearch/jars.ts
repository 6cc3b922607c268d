/** OpenSearch for tests: its packages, fetched from Maven once and kept in a folder of the user's cache. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const version = /<opensearch\.version>(.*?)</.exec(readFileSync(pom, 'utf8'))![1]!;

const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
const folder = process.env.SIYAGHA_OPENSEARCH_JARS || join(cache, 'siyagha', `opensearch-${version}`);

const runs = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

function whyNot(): string | null {
  // A compiler too, because a node is started from its source.
  if (!runs('javac')) return 'there is no Java development kit (17 or later) on PATH';
  return existsSync(folder)
    ? null
    : `OpenSearch's packages are not in ${folder}: "npx tsx test/search/opensearch/take.ts" fetches them from Maven`;
}

/** Fetches the packages if they are missing. @returns why this failed; null if they are there */
export function takePackages(): string | null {
  if (existsSync(folder)) return null;
  if (!runs('mvn')) return 'there is no "mvn" on PATH';
  mkdirSync(join(folder, '..'), { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  const goal = 'dependency:copy-dependencies';
  const { status, stdout } = spawnSync(
    'mvn',
    ['--batch-mode', '--quiet', '-f', pom, goal, `-DoutputDirectory=${beside}`],
    { encoding: 'utf8', timeout: 600_000 },
  );
  if (status === 0 && !existsSync(folder)) renameSync(beside, folder);
  else rmSync(beside, { recursive: true, force: true });
  return existsSync(folder) ? null : `Maven did not give OpenSearch's packages: ${stdout.slice(0, 300)}`;
}

const reason = whyNot();

/** Why no cluster can be started, as the message of skipped tests; null if one can. */
export const whyNoCluster: string | null = reason === null ? null : `skipped: ${reason}`;

/** The class path of a node. */
export const classPath = join(folder, '*');
