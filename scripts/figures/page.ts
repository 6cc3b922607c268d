/** A page of figures: what was measured, where and when, how to repeat it, and the tables as printed. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { onConstructed } from '../../bench/data.ts';

export interface Measured {
  /** The script of package.json. */
  script: string;
  output: string;
  /** One-minute load averages, at the beginning and at the end. */
  load: [number, number];
  seconds: number;
}

export const loadNow = (): number => loadavg()[0]!;

export function pageOf({ script, output, load, seconds }: Measured, version: string): string {
  const processors = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const busy = Math.max(...load) > processors.length;
  const rows = [
    ['Date', new Date().toISOString().slice(0, 10)],
    ['Version', `siyagha ${version}, commit ${commit}`],
    [
      'Machine',
      `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
    ],
    ['Node', process.version],
    [
      'Load',
      `${load.map((value) => value.toFixed(1)).join(' at the beginning, ')} at the end${busy ? ': **the machine was busy with other work**, so times are too long' : ''}`,
    ],
    ['Took', `${seconds.toFixed(0)} s`],
  ];
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
  const [title, command] = onConstructed
    ? [`${script}, constructed data`, `SIYAGHA_BENCH_DATA=constructed npm run ${script}`]
    : [script, `npm run ${script}`];
  return `# ${title}\n\nTo repeat: \`${command}\`. [Figures](README.md) says what data this reads, and what must be installed.\n\n| | |\n| --- | --- |\n${table}\n\n${markdownOf(output)}\n`;
}

/** Tables drawn by console.table become Markdown tables; everything else stays as it was printed. */
export function markdownOf(output: string): string {
  const parts: string[] = [];
  let plain: string[] = [];
  const endPlain = () => {
    const text = plain.join('\n').trim();
    if (text !== '') parts.push(`\`\`\`text\n${text}\n\`\`\``);
    plain = [];
  };
  let rows: string[][] | null = null;
  for (const line of output.trimEnd().split('\n')) {
    if (line.startsWith('┌')) {
      endPlain();
      rows = [];
    } else if (rows && line.startsWith('│')) {
      rows.push(
        line
          .slice(1, -1)
          .split('│')
          .map((cell) =>
            cell
              .trim()
              .replace(/^'(.*)'$/, '$1')
              .replaceAll('|', '\\|'),
          ),
      );
    } else if (rows && line.startsWith('└')) {
      const [head = [], ...body] = rows;
      const written = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
      parts.push(written.join('\n'));
      rows = null;
    } else if (!rows) plain.push(line);
  }
  endPlain();
  return parts.join('\n\n');
}
