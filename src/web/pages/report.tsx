/** One report as a page to read, each paragraph with an address of its own and a way to its other wordings. */
import { useEffect } from 'preact/hooks';
import { type Paragraph, paragraphsOf, type Report } from '../client.ts';
import { counted, language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Contents } from '../parts/contents.tsx';
import { ReportFrame } from '../parts/report-frame.tsx';
import { ordinalOf } from '../parts/report-name.tsx';
import { ReportText } from '../parts/report-text.tsx';
import { address, type Here } from '../place.ts';
import { isRestoring } from '../scroll.ts';
import { say } from '../strings/index.ts';

export function ReportPage({ place, fragment }: Here) {
  const { id = '' } = place;
  const loaded = useLoaded(id, () => paragraphsOf(id));
  return (
    <ReportFrame id={id} view="report" content={loaded}>
      {(paragraphs, { report }) => <Reading report={report} paragraphs={paragraphs} fragment={fragment} />}
    </ReportFrame>
  );
}

function Reading({
  report,
  paragraphs,
  fragment,
}: {
  report: Report;
  paragraphs: readonly Paragraph[];
  fragment: string;
}) {
  useEffect(() => {
    if (fragment !== '' && !isRestoring()) document.getElementById(fragment)?.scrollIntoView();
  }, [fragment, paragraphs]);
  return (
    <>
      <Warnings report={report} />
      <div class="with-aside">
        <Contents paragraphs={paragraphs} />
        <ReportText
          report={report}
          paragraphs={paragraphs}
          fragment={fragment}
          after={({ id }) => (
            <>
              {' '}
              <a class="aside" lang={language} href={address({ page: 'wording', paragraph: id })}>
                {say('throughYears')}
              </a>
            </>
          )}
        />
      </div>
    </>
  );
}

/** More than this and the list is folded. */
const few = 3;

function Warnings({ report }: { report: Report }) {
  const { warnings } = report;
  if (warnings.length === 0) return null;
  return (
    <details class="warnings" open={warnings.length <= few}>
      <summary>{counted(warnings.length, 'note')}</summary>
      <ul>
        {warnings.map(({ code, message, paragraph }, index) => (
          <li key={`${code} ${paragraph ?? index}`}>
            <span class="message" lang="en" dir="ltr">
              {message}
            </span>{' '}
            {paragraph && <a href={`#p${ordinalOf(paragraph)}`}>¶ {ordinalOf(paragraph)}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
