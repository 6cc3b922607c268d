/** The process that parses untrusted files, so that one that crashes or never ends harms nothing else. */
import { type FromParser, outgrown, type ParserData, type ParseTask, type ToParser } from './child.ts';
import { IngestError } from './document.ts';
import { parseReport } from './parse.ts';
import { startWatchdog } from './watchdog.ts';
import { readWhole } from './whole-file.ts';

const say = (message: FromParser) => process.send!(message);

// Ctrl-C reaches all processes of a terminal: the parent decides what it means.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
// A promise that a library forgot is no reason to die: whatever waits for it has its own limit.
process.on('unhandledRejection', () => {});

let data: ParserData = { catalogue: [], lexicon: new Map() };
let before: Promise<unknown> = Promise.resolve();

// One after the other, even while a reader waits: answers are matched by order, and one file's cost must not be blamed
// on another.
process.on('message', (message: ToParser) => {
  if ('data' in message) {
    data = message.data;
    startWatchdog(message.memory, outgrown);
    say('ready');
  } else before = before.then(() => answer(message)).then(say);
});

async function answer({ path, options: { maxBytes, ...options } }: ParseTask): Promise<FromParser> {
  const used = () => process.memoryUsage.rss() / 1024 / 1024;
  try {
    const parsed = await parseReport(await readWhole(path, maxBytes), {
      ...options,
      ...data,
      onPage: (done, pages) => say({ done, pages }),
    });
    return { parsed, used: used() };
  } catch (error) {
    const code = error instanceof IngestError ? error.code : 'unreadable_file';
    return { failed: { code, message: (error as Error).message }, used: used() };
  }
}
