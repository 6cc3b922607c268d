/** A report's text with what is new in it marked, and behind the rest the first year that said so. */
import { api, body, type Novelty, type Paragraph, paragraphsOf } from '../client.ts';
import { number, percent } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ReportFrame } from '../parts/report-frame.tsx';
import { paragraphAddress } from '../parts/report-name.tsx';
import { ReportText } from '../parts/report-text.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { address, type Here } from '../place.ts';
import { say } from '../strings/index.ts';

type Judged = Novelty['paragraphs'][number];

export function NoveltyPage({ place, fragment }: Here) {
  const { id = '' } = place;
  const loaded = useLoaded(id, async () => {
    const [novelty, paragraphs] = await Promise.all([
      body(api.reports[':id'].novelty.$get({ param: { id }, query: {} })),
      paragraphsOf(id),
    ]);
    return { novelty, paragraphs, judged: new Map(novelty.paragraphs.map((one) => [one.paragraph, one])) };
  });
  return (
    <ReportFrame id={id} view="novelty" content={loaded}>
      {({ novelty, paragraphs, judged }, { report }) => (
        <>
          {novelty.coverage && (
            <p>
              <strong>{percent(novelty.coverage.share)}</strong> {say('seenBefore')} (
              {number(novelty.coverage.seen_words)} / {number(novelty.coverage.words)})
            </p>
          )}
          <p class="quiet">{say(novelty.coverage ? 'noveltyHint' : 'noEarlier')}</p>
          {novelty.missing.length > 0 && (
            <p class="warn">
              {say('missingEarlier')} <bdi dir="ltr">{novelty.missing.join(', ')}</bdi>
            </p>
          )}
          {novelty.undated.length > 0 && (
            <p class="warn">
              {say('undated')} <bdi dir="ltr">{novelty.undated.join(', ')}</bdi>
            </p>
          )}
          <ReportText
            report={report}
            paragraphs={paragraphs}
            fragment={fragment}
            words={(paragraph) => <Words paragraph={paragraph} judged={judged.get(paragraph.id)} />}
          />
          <ScopeNote scope={novelty.scope} />
        </>
      )}
    </ReportFrame>
  );
}

function Words({ paragraph, judged }: { paragraph: Paragraph; judged: Judged | undefined }) {
  const { text } = paragraph;
  if (!judged || judged.spans.length === 0) return <>{text}</>;
  return (
    <>
      {judged.spans.map(({ start, end, first_seen: first }, index) => {
        const before = text.slice(judged.spans[index - 1]?.end ?? 0, start);
        const words = text.slice(start, end);
        return first === null ? (
          <>
            {before}
            <ins class="new">{words}</ins>
          </>
        ) : (
          <>
            {before}
            {words}
            <sup>
              <a
                href={address({ page: 'report', id: first.report })}
                aria-label={`${say('since')} ${first.year}`}
              >
                {first.year}
              </a>
            </sup>
          </>
        );
      })}
      {text.slice(judged.spans.at(-1)!.end)}
      {judged.new_share < 1 && (
        <>
          {' '}
          <a class="aside" href={paragraphAddress(paragraph.id)}>
            {say('text')}
          </a>
        </>
      )}
    </>
  );
}
