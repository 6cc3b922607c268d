/**
 * Two reports aligned paragraph by paragraph, with the words that differ marked, side by side or in line, and all
 * changes on a strip next to the text; three or more as a table.
 */
import { useMemo } from 'preact/hooks';
import { api, body, type Comparison, type Paragraph, paragraphsOf, type Report } from '../client.ts';
import { Collated } from '../comparing/collated.tsx';
import { InlineRows } from '../comparing/inline-rows.tsx';
import { lettersOf } from '../comparing/rows.ts';
import { coverOf, isShown, presetOf, presets } from '../comparing/shown.ts';
import { SideRows } from '../comparing/side-rows.tsx';
import { ChangeStrip, StepButtons, useSteps } from '../comparing/steps.tsx';
import { type Known, useKnown } from '../known.ts';
import { pageDirection } from '../language.ts';
import { useLoaded } from '../load.ts';
import { KindFilter, shownKinds } from '../parts/kind-filter.tsx';
import { ReportPicker } from '../parts/report-picker.tsx';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { sayComparing } from '../strings/comparing.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';
import '../style/comparing.css';

interface Compared {
  comparison: Comparison;
  texts: ReadonlyMap<string, Paragraph>;
  cover: ReadonlySet<string>;
}

async function compared(base: string, other: string): Promise<Compared> {
  const [comparison, left, right] = await Promise.all([
    body(api.compare.$get({ query: { base, other } })),
    paragraphsOf(base),
    paragraphsOf(other),
  ]);
  return {
    comparison,
    texts: new Map([...left, ...right].map((paragraph) => [paragraph.id, paragraph])),
    cover: new Set([...coverOf(left), ...coverOf(right)]),
  };
}

/** Reports in addition to the two, in the order in which they were added. */
const moreOf = ({ more = '' }: Place): string[] => more.split(' ').filter((id) => id !== '');

export function ComparePage({ place }: Here) {
  const { base = '', other = '' } = place;
  const more = moreOf(place);
  const known = useKnown();
  const chosen = base !== '' && other !== '';
  const key = chosen && more.length === 0 ? `${base} ${other}` : null;
  const loaded = useLoaded(key, () => compared(base, other));
  useTitle(chosen ? `${say('compare')}: ${[base, other, ...more].join(' · ')}` : say('compare'));
  if (known.error) return <Failure error={known.error} retry={known.retry} />;
  if (known.value?.reports.length === 0) return <EmptyCollection />;
  return (
    <>
      <h1 class="unseen">{say('compare')}</h1>
      <Choices place={place} known={known.value} />
      {!chosen && <p>{say('chooseTwo')}</p>}
      {chosen && <Shown place={place} two={more.length === 0} />}
      {chosen && more.length > 0 && <Collated ids={[base, other, ...more]} preset={presetOf(place)} />}
      {loaded.error && <Failure error={loaded.error} retry={loaded.retry} />}
      {loaded.loading && !loaded.value && <Loading />}
      {key !== null && loaded.value && (
        <div aria-busy={loaded.loading}>
          <Answer {...loaded.value} place={place} />
        </div>
      )}
    </>
  );
}

/** The base is on the side where the reports' lines begin, like its column. */
function Choices({ place, known }: { place: Place; known: Known | undefined }) {
  const { base = '', other = '' } = place;
  const reports: readonly Report[] = known?.reports ?? [];
  const of = known?.byId.get(base) ?? known?.byId.get(other) ?? reports[0];
  const runs = of === undefined ? pageDirection : /^(ar|fa|ur|he)/.test(of.language) ? 'rtl' : 'ltr';
  const choose = (side: 'base' | 'other') => (
    <div dir={pageDirection} class="side">
      <ReportPicker
        label={say(side)}
        name={side}
        value={place[side] ?? ''}
        reports={reports}
        onChoose={(id) => go({ ...place, [side]: id })}
      />
    </div>
  );
  const more = moreOf(place);
  const left = reports.filter(({ id }) => id !== base && id !== other && !more.includes(id));
  return (
    <>
      <div class="row choices pair-of-reports" dir={runs}>
        {choose('base')}
        <button
          type="button"
          class="swap"
          title={say('swap')}
          aria-label={say('swap')}
          disabled={base === '' && other === ''}
          onClick={() => go({ ...place, base: other, other: base })}
        >
          ⇄
        </button>
        {choose('other')}
      </div>
      {base !== '' && other !== '' && left.length + more.length > 0 && (
        <details class="third" open={more.length > 0}>
          <summary>{sayComparing('third')}</summary>
          {more.map((id) => (
            <span key={id} class="chip">
              <bdi>{known?.byId.get(id)?.symbol ?? id}</bdi>{' '}
              <button
                type="button"
                class="plain"
                aria-label={`${sayComparing('remove')} ${id}`}
                onClick={() => go({ ...place, more: more.filter((one) => one !== id).join(' ') })}
              >
                ✕
              </button>
            </span>
          ))}
          <ReportPicker
            label={sayComparing('third')}
            name="more"
            value=""
            reports={left}
            onChoose={(id) => go({ ...place, more: [...more, id].join(' ') })}
          />
        </details>
      )}
    </>
  );
}

/** What is shown, and how; `two`: for two reports. */
function Shown({ place, two }: { place: Place; two: boolean }) {
  const preset = presetOf(place);
  const inline = place.layout === 'inline';
  const { base = '', other = '' } = place;
  const file = (format: string) => `/v1/compare?${new URLSearchParams({ base, other, format })}`;
  return (
    <div class="shown">
      <fieldset class="switch">
        <legend class="unseen">{sayComparing('shown')}</legend>
        {presets.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === preset}
            title={name === 'substance' ? sayComparing('substanceHint') : undefined}
            onClick={() => go({ ...place, hide: '', show: name === 'all' ? '' : name })}
          >
            {sayComparing(name)}
          </button>
        ))}
      </fieldset>
      {two && (
        <>
          <fieldset class="switch">
            <legend class="unseen">{sayComparing('layout')}</legend>
            {(['sides', 'inline'] as const).map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={(name === 'inline') === inline}
                onClick={() => go({ ...place, layout: name === 'inline' ? 'inline' : '' })}
              >
                {sayComparing(name)}
              </button>
            ))}
          </fieldset>
          <p class="exports">
            <span>{say('download')}</span>
            <a href={file('docx')} download={`${base}-${other}.docx`}>
              <bdi>Word</bdi> {sayComparing('tracked')}
            </a>
            <a href={file('html')} download={`${base}-${other}.html`}>
              HTML
            </a>
            <a href={file('csv')} download={`${base}-${other}.csv`}>
              CSV
            </a>
          </p>
        </>
      )}
      {preset === 'substance' && <p class="quiet hint">{sayComparing('substanceHint')}</p>}
    </div>
  );
}

function Answer({ comparison, texts, cover, place }: Compared & { place: Place }) {
  const { kinds: wanted = '' } = place;
  const preset = presetOf(place);
  const changes = useMemo(() => {
    const kinds = shownKinds({ kinds: wanted });
    return comparison.changes.filter(
      (change) =>
        isShown(change, preset, cover) &&
        (kinds.length === 0 || kinds.includes(change.change) || (change.moved && kinds.includes('moved'))),
    );
  }, [comparison, preset, wanted]);
  const weights = useMemo(() => changes.map((change) => 40 + lettersOf(change, texts)), [changes]);
  const steps = useSteps(changes);
  const rows = { changes, texts, least: steps.current };
  return (
    <>
      <div class="comparing-tools">
        <KindFilter summary={comparison.summary} place={place} />
        {steps.differing.length > 0 && <StepButtons {...steps} />}
      </div>
      {changes.length === 0 ? (
        <p>
          {say('noRows')} <a href={address({ ...place, show: '', hide: '', kinds: '' })}>{say('showAll')}</a>
        </p>
      ) : (
        <div class="comparing">
          {place.layout === 'inline' ? (
            <InlineRows {...rows} />
          ) : (
            <SideRows {...rows} comparison={comparison} />
          )}
          <ChangeStrip changes={changes} weights={weights} steps={steps} />
        </div>
      )}
    </>
  );
}
