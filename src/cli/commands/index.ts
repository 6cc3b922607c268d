/** Every command of the program, in the order `--help` lists them. */
import type { Command } from 'commander';
import { backups } from './backup.ts';
import { completions } from './completions.ts';
import { exporting } from './export.ts';
import { fetching } from './fetch.ts';
import { ingest } from './ingest.ts';
import { maintenance } from './maintenance.ts';
import { mcp } from './mcp.ts';
import { normalize } from './normalize.ts';
import { questions } from './questions.ts';
import { rereading } from './reread.ts';
import { serve } from './serve.ts';
import { setupMeilisearch } from './setup-meilisearch.ts';
import { show } from './show.ts';

export const commands: ((program: Command) => void)[] = [
  ingest,
  show,
  ...questions,
  serve,
  mcp,
  maintenance,
  rereading,
  setupMeilisearch,
  backups,
  exporting,
  fetching,
  normalize,
  completions,
];
