/**
 * A real Meilisearch that is killed, paused, wiped, given another key, filled, slowed down and made to answer garbage,
 * while clients search and reports come and go: every total is right, `degraded` says who ranked, and the server
 * catches up by itself.
 *
 *     SIYAGHA_FAULTS=full npx vitest run test/faults/meilisearch-chaos.test.ts     sixty rounds instead of eight
 */
import { words } from 'arabic-normalizer';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApp } from '../../src/api/index.ts';
import { cases } from '../../src/collection/index.ts';
import { openTemporary } from '../collection/sample-collection.ts';
import { type OwnServer, ownServer, whyNoOwnServer } from '../search/meilisearch-server.ts';
import { proxyTo, type SearchProxy } from './proxy.ts';

const full = process.env.SIYAGHA_FAULTS === 'full';
const rounds = full ? 60 : 8;

interface Event {
  name: string;
  begin(server: OwnServer, proxy: SearchProxy): Promise<void>;
  /** Repairs the server. */
  end(server: OwnServer, proxy: SearchProxy): Promise<void>;
  /** Whether it is certain that the server can rank nothing in the meantime. */
  away: boolean;
}

const through = (mode: SearchProxy['mode'], away: boolean): Event => ({
  name: mode,
  away,
  async begin(_, proxy) {
    proxy.mode = mode;
  },
  async end(_, proxy) {
    proxy.mode = 'pass';
  },
});

const events: Event[] = [
  { name: 'killed', away: true, begin: (server) => server.stop(), end: (server) => server.start() },
  {
    name: 'paused',
    away: true,
    begin: async (server) => server.pause(),
    end: async (server) => server.resume(),
  },
  {
    name: 'wiped',
    away: true,
    async begin(server) {
      await server.stop();
      server.wipe();
    },
    end: (server) => server.start(),
  },
  {
    name: 'another key',
    away: true,
    async begin(server) {
      await server.stop();
      await server.start('another-master-key-of-sixteen');
    },
    async end(server) {
      await server.stop();
      await server.start();
    },
  },
  through('full', true),
  through('slow', true),
  through('garbage', true),
  through('hang up', true),
];

const vocabulary = ['السلاح', 'الاتجار', 'التعاون', 'الدول', 'اللجنة', 'المياه', 'التقرير', 'البرنامج'];

/** Reproducible numbers (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % below;
  };
}

interface Found {
  total: number;
  degraded: boolean;
  engine: string;
}

if (whyNoOwnServer) console.log(`Meilisearch chaos ${whyNoOwnServer}`);

it.skipIf(whyNoOwnServer !== null)(
  `${rounds} rounds of chaos`,
  async () => {
    const random = numbers(20_240_611);
    const server = await ownServer();
    const proxy = await proxyTo(server.url, 5000);
    const settings = { SIYAGHA_ENGINE: 'meilisearch', MEILI_URL: proxy.url, MEILI_KEY: server.key };
    const opened = await openTemporary(settings, { follow: true });
    const { collection } = opened;
    const app = createApp({ ...opened, log: pino({ level: 'silent' }) });
    const count = { right: 0, degraded: 0 };

    const upload = async (name: string) => {
      const lines = Array.from({ length: 5 + random(40) }, (_, i) =>
        [i, ...Array.from({ length: 6 }, () => vocabulary[random(vocabulary.length)])].join(' '),
      );
      await collection.intake.upload(`${name}.txt`, new TextEncoder().encode(lines.join('\n')), {
        symbol: name,
      });
    };
    /** One search, with its total compared with the texts of the same epoch. */
    const search = async () => {
      const word = vocabulary[random(vocabulary.length)]!;
      const folded = words(word)[0]!;
      const [expected, found] = await collection.use(async (view) => {
        let paragraphs = 0;
        for (const { text } of view.reader.scan()) paragraphs += words(text).includes(folded) ? 1 : 0;
        return [paragraphs, (await cases.search.run(view, searchParameters(word))) as Found] as const;
      });
      expect(found.total).toBe(expected);
      expect(found.degraded).toBe(found.engine !== 'meilisearch');
      count.right += 1;
      if (found.degraded) count.degraded += 1;
      return { ...found, expected };
    };
    const engineState = async () => {
      const ready = (await (await app.request('/readyz')).json()) as {
        engine: { ok: boolean; epoch: number };
      };
      const metrics = await (await app.request('/metrics')).text();
      expect(metrics).toMatch(
        new RegExp(`^siyagha_search_engine_up\\{engine="meilisearch"\\} ${ready.engine.ok ? 1 : 0}$`, 'm'),
      );
      return ready.engine;
    };
    /** Waits until the server, by itself, ranks the newest epoch. */
    const caughtUp = async (after: string) => {
      for (let tries = 0; ; tries += 1) {
        const found = await search();
        if (found.expected === 0 || !found.degraded) {
          const { ok, epoch } = await engineState();
          if (ok && epoch === (await collection.state()).store_epoch) return;
        }
        if (tries > 600) throw new Error(`after ${after} the server did not catch up`);
        await new Promise((done) => setTimeout(done, 100));
      }
    };

    try {
      for (const name of ['A', 'B', 'C']) await upload(name);
      await caughtUp('the start');
      for (let round = 0; round < rounds; round += 1) {
        const event = events[(round + Math.floor(round / events.length)) % events.length]!;
        await event.begin(server, proxy);
        // Requests under way when it began may still be ranked by the server.
        const during: Found[] = [];
        const clients = [0, 1, 2].map(async () => {
          for (let n = 0; n < 4; n += 1) during.push(await search());
        });
        const changes = (async () => {
          await upload(`R${random(12)}`);
          if (random(2) === 0) {
            const { reports } = await collection.use(({ table }) => table);
            await collection.remove(reports[random(reports.length)]!.id);
          }
          await upload(`R${random(12)}`);
        })();
        await Promise.all([...clients, changes]);
        if (event.away) {
          const last = await search();
          if (last.expected > 0) expect({ round: event.name, ...last }).toMatchObject({ degraded: true });
          expect((await engineState()).ok).toBe(false);
        }
        await event.end(server, proxy);
        await caughtUp(event.name);
      }
      expect(await collection.verify()).toMatchObject({ problems: [] });
      console.log(`${count.right} totals right, ${count.degraded} of them ranked without the server`);
    } finally {
      await opened.close();
      await proxy.close();
      await server.end();
    }
  },
  full ? 1_800_000 : 300_000,
);

const searchParameters = (q: string) =>
  ({ q, match: 'folded', limit: 20, offset: 0 }) as Parameters<typeof cases.search.run>[1];
