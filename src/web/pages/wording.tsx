/**
 * The history of one paragraph or pasted wording: each report's version with what changed, gaps, and what all share.
 */
import { api, body } from '../client.ts';
import { direction } from '../direction.ts';
import { useKnown } from '../known.ts';
import { useLoaded } from '../load.ts';
import { rowsOf, Strip, Versions } from '../parts/history.tsx';
import { paragraphAddress } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, Failure, Loading } from '../parts/state.tsx';
import { Template } from '../parts/template.tsx';
import { versionsOf } from '../parts/versions.ts';
import { address, type Here } from '../place.ts';
import { asPhrase, filtersOf, quotedQuery } from '../query.ts';
import { sayThreads } from '../strings/threads.ts';
import { useTitle } from '../title.ts';
import '../style/wording.css';

export function WordingPage({ place }: Here) {
  const { paragraph = '' } = place;
  const q = asPhrase(place.q ?? '');
  const { kind: _, section: __, ...scope } = filtersOf(place);
  const query = { ...(paragraph !== '' ? { paragraph } : { q }), ...scope };
  const known = useKnown();
  const loaded = useLoaded(JSON.stringify(query), () => body(api.wording.$get({ query })));
  const title = sayThreads(paragraph === '' ? 'historyOfText' : 'history');
  useTitle(loaded.value ? `${loaded.value.anchor.text.slice(0, 60)} · ${title}` : title);
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { anchor, template } = loaded.value;
  const versions = versionsOf(loaded.value);
  const rows = rowsOf(versions, loaded.value.gaps, known.value);
  return (
    <div aria-busy={loaded.loading}>
      <h1>{title}</h1>
      <blockquote class="anchor arabic" dir={direction(anchor.text)}>
        {anchor.text}
      </blockquote>
      <p class="ways">
        {anchor.paragraph === null ? (
          <a href={address({ page: 'phrase', q: quotedQuery(anchor.text) })}>{sayThreads('askContext')}</a>
        ) : (
          <a href={paragraphAddress(anchor.paragraph)}>{sayThreads('askParagraph')}</a>
        )}
      </p>
      {versions.length === 0 ? (
        <Empty title={sayThreads('noVersions')} />
      ) : (
        <>
          <p class="told">
            {sayThreads('stoodIn')(versions.length, versions.length + loaded.value.gaps.length)} ·{' '}
            {sayThreads('withWordings')(loaded.value.wordings)}
          </p>
          <Strip rows={rows} />
          <p class="quiet hint">{sayThreads('versionsHint')}</p>
          <Versions rows={rows} here={anchor.paragraph} />
          {versions.length > 1 && <Template template={template} versions={versions} />}
        </>
      )}
      <ScopeNote scope={loaded.value.scope} />
    </div>
  );
}
