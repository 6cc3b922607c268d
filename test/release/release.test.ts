/** `scripts/release.mjs` on a separate repository, whose build and tests take no time. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot, temporaryFolder } from '../collection/sample-collection.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.log('git is not installed: the release script is not run');

let checkout: string;
let remove: () => void;
const at = (name: string) => join(checkout, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  }).trim();
const identity = {
  GIT_AUTHOR_NAME: 'x',
  GIT_AUTHOR_EMAIL: 'x@example.org',
  GIT_COMMITTER_NAME: 'x',
  GIT_COMMITTER_EMAIL: 'x@example.org',
};
const release = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/release.mjs', ...args], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, ...identity, GIT_CONFIG_GLOBAL: '/dev/null' },
  });

const versioned = ['package.json', 'src/normalize/package.json'];
const versionsOf = () => versioned.map((name) => (JSON.parse(read(name)) as { version: string }).version);

beforeEach(() => {
  ({ folder: checkout, remove } = temporaryFolder());
  mkdirSync(at('src/normalize'), { recursive: true });
  for (const name of [
    'scripts/release.mjs',
    '.gitignore',
    'CHANGELOG.md',
    'package-lock.json',
    ...versioned,
    'src/normalize/CHANGELOG.md',
  ]) {
    cpSync(join(projectRoot, name), at(name));
  }
  const own = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const name of ['build', 'check', 'test:long']) {
    expect(own.scripts[name], name).toBeTruthy();
    own.scripts[name] = `node -e "require('fs').appendFileSync('ran.txt', '${name} ')"`;
  }
  writeFileSync(at('package.json'), JSON.stringify(own, null, 2));
  const log = read('CHANGELOG.md').replace(/^## Unreleased\n[\s\S]*?(?=^## )/m, '');
  writeFileSync(at('CHANGELOG.md'), log.replace(/^(?=## )/m, '## Unreleased\n\n- Something is better.\n\n'));
  writeFileSync(at('.gitignore'), `${read('.gitignore')}\nran.txt\n`);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
});
afterEach(() => remove());

describe.skipIf(!hasGit)('a release', () => {
  it('as a dry run, tests and packs both packages and leaves everything as it was', () => {
    const { status, stdout, stderr } = release('7.1.0', '--dry-run');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('nothing was committed, tagged or published');
    expect(read('ran.txt')).toBe('build check test:long ');
    for (const name of ['siyagha', 'arabic-normalizer']) {
      expect(existsSync(at(`release/${name}-7.1.0.tgz`)), name).toBe(true);
    }
    expect(git('status', '--porcelain')).toBe('');
    expect(git('tag')).toBe('');
    expect(versionsOf()).not.toContain('7.1.0');
  });

  it('dates both change logs, raises every version, commits, tags, and publishes nothing', () => {
    const { status, stdout, stderr } = release('7.1.0');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('nothing is published');
    expect(versionsOf()).toEqual(['7.1.0', '7.1.0']);
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
    expect([lock.packages['']!.version, lock.packages['src/normalize']!.version]).toEqual(['7.1.0', '7.1.0']);
    expect(read('CHANGELOG.md')).toMatch(/^## 7\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- Something is better\.$/m);
    expect(read('CHANGELOG.md')).not.toContain('Unreleased');
    expect(read('src/normalize/CHANGELOG.md')).toMatch(/^## 7\.1\.0 \(/m);
    expect(git('tag')).toBe('v7.1.0');
    expect(git('log', '-1', '--format=%s')).toBe('Release 7.1.0');
    expect(git('status', '--porcelain')).toBe('');
    const again = release('7.1.0', '--dry-run');
    expect([again.status, again.stderr]).toEqual([1, 'release: 7.1.0 is not later than 7.1.0\n']);
  });

  it('refuses uncommitted changes, a missing or older version, and an empty change log', () => {
    for (const [args, said] of [
      [[], /give the version/],
      [['next'], /"next" is not a version/],
      [['0.0.1'], /0\.0\.1 is not later/],
      [['7.1.0', '--dry-run', '--publish'], /cannot be combined/],
      [['7.1.0', '--now'], /--now/],
    ] as const) {
      const { status, stderr } = release(...args);
      expect([status, stderr]).toEqual([1, expect.stringMatching(said)]);
    }
    writeFileSync(at('left-over.txt'), '');
    expect(release('7.1.0', '--dry-run').stderr).toMatch(/uncommitted changes/);
    git('add', '--all');
    writeFileSync(at('CHANGELOG.md'), read('CHANGELOG.md').replace(/^- Something.*$/m, ''));
    git('commit', '--quiet', '--all', '--message', 'Nothing said');
    expect(release('7.1.0').stderr).toMatch(/CHANGELOG\.md says nothing/);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('that fails its tests leaves the files as they were', () => {
    const own = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    own.scripts.check = 'exit 3';
    writeFileSync(at('package.json'), JSON.stringify(own, null, 2));
    git('commit', '--quiet', '--all', '--message', 'A test that fails');
    const { status, stderr } = release('7.1.0');
    expect(status).toBe(1);
    expect(stderr).toMatch(/release: .*check/);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('tag')).toBe('');
  });
});
