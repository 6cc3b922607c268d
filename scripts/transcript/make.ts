/** The conversation of an assistant and the MCP server about the samples, for the documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { pino } from 'pino';
import { openCollection } from '../../src/collection/index.ts';
import { createMcpServer } from '../../src/mcp/index.ts';
import { loadSettings, root } from '../../src/settings/index.ts';

/** Questions in the order in which an assistant asked them. */
const asked: [string, Record<string, unknown>][] = [
  ['threads', { q: 'مرة كل ثلاثة أشهر' }],
  ['report', { id: 'SRO-C.7-2022-9', number: 19 }],
  ['phrase', { q: 'حيثما كانت محطات الرصد آلية', limit: 2 }],
];

export async function makeTranscript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-transcript-'));
  const collection = await openCollection(loadSettings({ SIYAGHA_DATA: folder, LOG_LEVEL: 'silent' }));
  try {
    await collection.intake.files([join(root, 'samples', 'reports')], {});
    const log = pino({ level: 'silent' });
    const server = createMcpServer({ collection, log, base: 'http://127.0.0.1:8080' });
    const client = new Client({ name: 'transcript', version: '1' });
    const [one, other] = InMemoryTransport.createLinkedPair();
    await Promise.all([server.connect(one), client.connect(other)]);
    const parts: string[] = [];
    for (const [name, given] of asked) {
      const { content } = (await client.callTool({ name, arguments: given })) as {
        content: { text: string }[];
      };
      parts.push(`> ${name} ${JSON.stringify(given)}\n\n${content[0]!.text}`);
    }
    await client.close();
    return `${parts.join('\n\n\n')}\n`;
  } finally {
    await collection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
