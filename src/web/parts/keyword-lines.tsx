/** Keyword in context: one line for each occurrence, with the keywords aligned; a line opens its paragraph in place. */
import { useState } from 'preact/hooks';
import { api, body, type PhraseAnswer } from '../client.ts';
import { direction } from '../direction.ts';
import { symbolOf, titleOf } from '../known.ts';
import { useLoaded } from '../load.ts';
import { Year } from './isolated.tsx';
import { Marked } from './marked.tsx';
import { ParagraphMenu } from './paragraph-menu.tsx';
import { paragraphAddress, placeName, ReportName } from './report-name.tsx';
import { Failure, Loading } from './state.tsx';

type Line = PhraseAnswer['concordance'][number];

export function KeywordLines({
  lines,
  symbols,
}: {
  lines: readonly Line[];
  /** Symbols by report id. */
  symbols: ReadonlyMap<string, string>;
}) {
  const runs = direction(lines.map(({ keyword }) => keyword).join(' '));
  return (
    <ol class="kwic arabic" dir={runs}>
      {lines.map((line, index) => (
        <KeywordLine
          key={`${line.paragraph} ${line.start}`}
          line={line}
          symbol={symbols.get(line.report) ?? symbolOf(line.report)}
          again={lines[index - 1]?.year === line.year}
        />
      ))}
    </ol>
  );
}

function KeywordLine({ line, symbol, again }: { line: Line; symbol: string; again: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <a
        class={again ? 'again' : ''}
        href={paragraphAddress(line.paragraph)}
        title={[titleOf(line.report), symbol].filter(Boolean).join(' · ')}
      >
        <Year year={line.year ?? symbol} />
      </a>
      <span class="before">
        <span>{line.before} </span>
      </span>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <mark>{line.keyword}</mark>
      </button>
      <span class="after"> {line.after}</span>
      {open && <Whole line={line} symbol={symbol} />}
    </li>
  );
}

function Whole({ line, symbol }: { line: Line; symbol: string }) {
  const { paragraph, report, year, start, end } = line;
  const loaded = useLoaded(paragraph, () =>
    body(api.paragraphs[':id'].$get({ param: { id: paragraph }, query: {} })),
  );
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { text, number, path } = loaded.value;
  return (
    <div class="opened">
      <div class="source">
        <ReportName report={{ id: report, symbol, year }} paragraph={paragraph} />
        <ParagraphMenu paragraph={paragraph} label={symbol} />
      </div>
      <p class="where">{[placeName(paragraph, number), ...path].join(' · ')}</p>
      <p dir={direction(text)}>
        <Marked text={text} marks={[{ start, end, tag: 'mark' }]} />
      </p>
    </div>
  );
}
