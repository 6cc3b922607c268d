/** One report as a page to read, each paragraph with an address of its own. */
import { useEffect } from 'preact/hooks';
import { api, body, type Paragraph, paragraphsOf } from '../client.ts';
import { useLoaded } from '../load.ts';
import { say } from '../strings.ts';

export function ReportPage({ id }: { id: string }) {
  const loaded = useLoaded(id, async () => {
    const [report, paragraphs] = await Promise.all([
      body(api.reports[':id'].$get({ param: { id }, query: {} })),
      paragraphsOf(id),
    ]);
    return { report, paragraphs };
  });
  useEffect(() => {
    if (loaded.value && location.hash !== '')
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [loaded.value]);
  if (loaded.error)
    return (
      <p class="error" role="alert">
        {say('error')} {loaded.error}
      </p>
    );
  if (!loaded.value) return <p>{say('loading')}</p>;
  const { report, paragraphs } = loaded.value;
  return (
    <article class="report arabic" dir="rtl" lang={report.language}>
      <p class="source">
        <bdi dir="ltr">{report.symbol}</bdi> ·{' '}
        {report.date ? `${report.date.from} – ${report.date.to}` : report.year} · {report.words}{' '}
        {say('words')}
      </p>
      {report.warnings.map((warning) => (
        <p key={warning.message} class="warn">
          {warning.message}
        </p>
      ))}
      {paragraphs.map((paragraph) => (
        <ParagraphView key={paragraph.id} paragraph={paragraph} />
      ))}
    </article>
  );
}

function ParagraphView({ paragraph }: { paragraph: Paragraph }) {
  const anchor = `p${paragraph.ordinal}`;
  const label =
    paragraph.label === null ? null : (
      <a class="label" href={`#${anchor}`}>
        {paragraph.label}
      </a>
    );
  if (paragraph.kind === 'title') return <h1 id={anchor}>{paragraph.text}</h1>;
  if (paragraph.kind === 'heading') {
    return (
      <h2 id={anchor} class={`level${Math.min(3, paragraph.path.length + 1)}`}>
        {label} {paragraph.text}
      </h2>
    );
  }
  return (
    <p id={anchor} class={paragraph.kind}>
      {label} {paragraph.text}
    </p>
  );
}
