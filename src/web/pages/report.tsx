/** One report as a page to read, each paragraph with an address of its own and a way to its other wordings. */
import { useEffect } from 'preact/hooks';
import { type Paragraph, paragraphsOf, type Report } from '../client.ts';
import { counted, language } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Contents } from '../parts/contents.tsx';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { ReportFrame } from '../parts/report-frame.tsx';
import { ordinalOf } from '../parts/report-name.tsx';
import { ReportText } from '../parts/report-text.tsx';
import type { Here, Place } from '../place.ts';
import { isRestoring } from '../scroll.ts';

export function ReportPage({ place, fragment }: Here) {
  const { id = '' } = place;
  const loaded = useLoaded(id, () => paragraphsOf(id));
  return (
    <ReportFrame id={id} view="report" content={loaded}>
      {(paragraphs, { report }) => (
        <Reading report={report} paragraphs={paragraphs} pointed={fragment || numbered(paragraphs, place)} />
      )}
    </ReportFrame>
  );
}

/** The paragraph with the printed number that the address names, in the main part or in the annex named. */
function numbered(paragraphs: readonly Paragraph[], { number = '', part = 'main' }: Place): string {
  const found = paragraphs.find(
    (one) => number !== '' && one.number === Number(number) && one.kind !== 'footnote' && one.part === part,
  );
  return found ? `p${found.ordinal}` : '';
}

function Reading({
  report,
  paragraphs,
  pointed,
}: {
  report: Report;
  paragraphs: readonly Paragraph[];
  /** Id of the paragraph that the address points at. */
  pointed: string;
}) {
  useEffect(() => {
    if (pointed !== '' && !isRestoring()) document.getElementById(pointed)?.scrollIntoView();
  }, [pointed, paragraphs]);
  return (
    <>
      <Warnings report={report} />
      <div class="with-aside">
        <Contents paragraphs={paragraphs} />
        <ReportText
          report={report}
          paragraphs={paragraphs}
          fragment={pointed}
          after={({ id }) => (
            <>
              {' '}
              <span class="beside-text" lang={language}>
                <ParagraphMenu paragraph={id} />
              </span>
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
