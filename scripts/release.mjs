/**
 * Makes a release of both packages, which always have the same version: version, dates of the change logs, tests,
 * tarballs, commit and tag.
 *
 *     node scripts/release.mjs VERSION [--dry-run] [--publish] [--out FOLDER]
 *
 * `--dry-run` does everything except commit and tag, and leaves the files as they were; `--publish` also publishes both
 * tarballs, which nothing else does. docs/releasing.md is the checklist.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = [
  { name: 'arabic-normalizer', folder: 'src/normalize' },
  { name: 'siyagha', folder: '.' },
];

function fail(message) {
  process.stderr.write(`release: ${message}\n`);
  process.exit(1);
}

const say = (message) => process.stdout.write(`${message}\n`);
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const npm = (...args) => execFileSync('npm', args, { cwd: root, stdio: 'inherit' });
const read = (name) => readFileSync(join(root, name), 'utf8');
const write = (name, text) => writeFileSync(join(root, name), text);

const numbers = (version) => /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);

function isLater(version, than) {
  const [one, other] = [numbers(version), numbers(than)];
  const at = one.findIndex((number, i) => number !== other[i]);
  return at >= 0 && one[at] > other[at];
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        publish: { type: 'boolean', default: false },
        out: { type: 'string', default: 'release' },
      },
    });
    if (positionals.length !== 1) fail('give the version: node scripts/release.mjs 0.2.0 [--dry-run]');
    return { ...values, dryRun: values['dry-run'], version: positionals[0] };
  } catch (error) {
    return fail(error.message);
  }
}

/** Refuses a wrong release before anything is changed. */
function check(version, { dryRun, publish }) {
  if (!numbers(version)) fail(`"${version}" is not a version: give three numbers, as in 0.2.0`);
  if (dryRun && publish) fail('--dry-run and --publish cannot be combined');
  if (git('status', '--porcelain') !== '') fail('there are uncommitted changes: commit them first');
  const versions = packages.map(({ folder }) => JSON.parse(read(join(folder, 'package.json'))).version);
  if (new Set(versions).size > 1) fail(`the packages have different versions: ${versions.join(' and ')}`);
  if (!isLater(version, versions[0])) fail(`${version} is not later than ${versions[0]}`);
  if (git('tag', '--list', `v${version}`) !== '') fail(`the tag v${version} already exists`);
  if (unreleased(read('CHANGELOG.md')) === '') {
    fail('CHANGELOG.md says nothing under "## Unreleased": write what changes for users');
  }
}

const unreleased = (log) =>
  log
    .split(/^(?=## )/m)
    .find((part) => part.startsWith('## Unreleased\n'))
    ?.replace('## Unreleased', '')
    .trim() ?? '';

/** A change log whose unreleased section becomes this version's, or gets a section that says there is no change. */
function dated(log, version, date) {
  const heading = `## ${version} (${date})`;
  if (unreleased(log) !== '') return log.replace(/^## Unreleased$/m, heading);
  const without = log.replace(/^## Unreleased\n\s*/m, '');
  return without.replace(/^(?=## )/m, `${heading}\n\nNo changes; released together with siyagha.\n\n`);
}

/** Sets the version in a package.json, or in a lock file's entries for both packages. */
function withVersion(text, version) {
  const body = JSON.parse(text);
  body.version = version;
  for (const { folder } of packages) {
    const entry = body.packages?.[folder === '.' ? '' : folder];
    if (entry) entry.version = version;
  }
  return `${JSON.stringify(body, null, 2)}\n`;
}

const given = options();
const { version, dryRun } = given;
check(version, given);
const date = new Date().toISOString().slice(0, 10);
const logs = ['CHANGELOG.md', 'src/normalize/CHANGELOG.md'];
const versioned = ['package.json', 'src/normalize/package.json', 'package-lock.json'];
const files = [...logs, ...versioned];
const before = files.map((name) => [name, read(name)]);
const restore = () => {
  for (const [name, text] of before) write(name, text);
};

try {
  for (const name of logs) write(name, dated(read(name), version, date));
  for (const name of versioned) write(name, withVersion(read(name), version));
  say(`version ${version} of ${date}`);
  for (const script of ['build', 'check', 'test:long']) npm('run', script);
  const out = resolve(root, given.out);
  mkdirSync(out, { recursive: true });
  // Everything is built; npm's scripts would build it again.
  const pack = (folder) => npm('pack', `./${folder}`, '--ignore-scripts', '--pack-destination', out);
  for (const { folder } of packages) pack(folder);
  const tarballs = packages.map(({ name }) => join(out, `${name}-${version}.tgz`));
  if (dryRun) {
    restore();
    say(`dry run: nothing was committed, tagged or published; the tarballs are ${tarballs.join(' and ')}`);
  } else {
    git('commit', '--quiet', '--message', `Release ${version}`, '--', ...files);
    git('tag', '--annotate', `v${version}`, '--message', `siyagha ${version}`);
    say(`committed and tagged v${version}; the tarballs are ${tarballs.join(' and ')}`);
    if (given.publish) for (const tarball of tarballs) npm('publish', tarball);
    else say('nothing is published: npm publish each tarball, arabic-normalizer first, or give --publish');
    say(`then: git push --follow-tags`);
  }
} catch (error) {
  // What is committed is kept; what is not is restored.
  if (git('status', '--porcelain', '--', ...files) !== '') restore();
  fail(error.message);
}
