/** Checks a pasted draft against the collection: precedents and nearest wordings, passage by passage. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { mostLetters, packed, passagesIn, type Unit, units, unpacked } from '../check/draft.ts';
import { examplesOf } from '../check/examples.ts';
import { useChecks } from '../check/one-after-another.ts';
import { PassageChecked } from '../check/passage-checked.tsx';
import { type Checked, near } from '../check/precedents.ts';
import { direction } from '../direction.ts';
import { type Known, symbolOf, useKnown } from '../known.ts';
import { number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Exports } from '../parts/export.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { address, everySeries, go, type Here, type Place } from '../place.ts';
import { sayCheck } from '../strings/check.ts';
import { useTitle } from '../title.ts';
import '../style/check.css';
import '../style/wording.css';

/** Longest URL that some mail programs keep intact. */
const longAddress = 2000;

export function CheckPage({ place, fragment }: Here) {
  useTitle(sayCheck('title'));
  const known = useKnown();
  const loaded = useLoaded(fragment, () => unpacked(fragment));
  const draft = loaded.loading ? undefined : loaded.value;
  const unit = units.find((name) => name === place.by) ?? 'paragraph';
  return (
    <>
      <h1>{sayCheck('title')}</h1>
      <p class="quiet">{sayCheck('intro')}</p>
      <Form place={place} unit={unit} draft={draft ?? ''} />
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {known.value?.reports.length === 0 && <EmptyCollection />}
      {loaded.error && <Empty title={sayCheck('damaged')} />}
      {!known.error && (loaded.loading || !known.value) && <Loading />}
      {draft === '' && <Examples known={known.value} place={place} />}
      {draft && <Answers key={unit} draft={draft} unit={unit} place={place} known={known.value} />}
    </>
  );
}

function Form({ place, unit, draft }: { place: Place; unit: Unit; draft: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState('');
  // The address may change in other ways than through this form, so the field follows it.
  useEffect(() => {
    if (field.current) field.current.value = draft;
  }, [draft]);
  const submit = async (event?: Event, by: string = place.by ?? '') => {
    event?.preventDefault();
    const text = field.current!.value.trim();
    const wrong =
      text.length > mostLetters
        ? sayCheck('tooLong')(text.length, mostLetters)
        : text !== '' && passagesIn(text, unit).length === 0
          ? sayCheck('noWords')
          : '';
    setProblem(wrong);
    if (wrong === '') go({ ...place, by }, await packed(text));
  };
  return (
    <form class="draft" onSubmit={submit}>
      <label>
        {sayCheck('field')}
        <textarea
          ref={field}
          name="q"
          rows={4}
          dir="auto"
          class="arabic"
          aria-keyshortcuts="/"
          aria-describedby="draft-problem"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
        />
      </label>
      <p id="draft-problem" class="warn" role="alert">
        {problem}
      </p>
      <div class="row">
        <fieldset class="switch">
          <legend class="unseen">{sayCheck('by')}</legend>
          {units.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === unit}
              onClick={() => submit(undefined, name === 'paragraph' ? '' : name)}
            >
              {sayCheck(name)}
            </button>
          ))}
        </fieldset>
        <button type="submit" class="primary">
          {sayCheck('check')}
        </button>
        <kbd dir="ltr">Ctrl + Enter</kbd>
      </div>
    </form>
  );
}

function Answers({
  draft,
  unit,
  place,
  known,
}: {
  draft: string;
  unit: Unit;
  place: Place;
  known: Known | undefined;
}) {
  const passages = passagesIn(draft, unit);
  const { done, error, retry } = useChecks(passages, place);
  const finished = done.filter((one) => one !== undefined);
  const waiting = passages.slice(finished.length);
  return (
    <>
      <Summary passages={passages} done={finished} known={known} />
      <p class="quiet in-address">
        {sayCheck('inAddress')}
        {location.href.length > longAddress && ` ${sayCheck('longAddress')(location.href.length)}`}
      </p>
      {place.series !== everySeries &&
        (known?.series.filter(({ reports }) => reports > 0).length ?? 0) > 1 && (
          <p>
            <a href={address({ ...place, series: everySeries }, location.hash.slice(1))}>
              {sayCheck('everySeries')}
            </a>
          </p>
        )}
      <p class="quiet hint">{sayCheck('diffHint')}</p>
      {finished.map((checked, index) => (
        <PassageChecked
          key={`${index} ${passages[index]}`}
          text={passages[index]!}
          place={index + 1}
          checked={checked}
          known={known}
        />
      ))}
      {error && <Failure error={error} retry={retry} />}
      {!error && waiting.length > 0 && <Loading />}
      {waiting.length > 0 && (
        <ol class="waiting" start={finished.length + 1}>
          {waiting.map((text, index) => (
            <li key={`${index} ${text}`} dir={direction(text)}>
              <bdi class="arabic">{text}</bdi>
            </li>
          ))}
        </ol>
      )}
      {finished[0] && <ScopeNote scope={finished[0].scope} />}
    </>
  );
}

type Result = 'sumVerbatim' | 'sumNear' | 'sumNone';

function resultOf({ verbatim, wordings }: Checked): Result {
  if (verbatim.occurrences > 0) return 'sumVerbatim';
  return (wordings[0]?.similarity ?? 0) >= near ? 'sumNear' : 'sumNone';
}

function Summary({
  passages,
  done,
  known,
}: {
  passages: readonly string[];
  done: readonly Checked[];
  known: Known | undefined;
}) {
  const results = done.map(resultOf);
  return (
    <div class="check-summary">
      <p role="status">
        <strong>{sayCheck('progress')(done.length, passages.length)}</strong>
        {(['sumVerbatim', 'sumNear', 'sumNone'] as const).map((name) => (
          <span key={name} class={`sum ${name}`}>
            {sayCheck(name)}: {number(results.filter((result) => result === name).length)}
          </span>
        ))}
      </p>
      {done.length > 0 && (
        <Exports name={sayCheck('title')} rows={() => rowsOf(passages, done, results, known)} />
      )}
    </div>
  );
}

function rowsOf(
  passages: readonly string[],
  done: readonly Checked[],
  results: readonly Result[],
  known: Known | undefined,
) {
  return [
    [
      sayCheck('field'),
      sayCheck('result'),
      sayCheck('reports'),
      sayCheck('firstYear'),
      sayCheck('lastYear'),
      sayCheck('similarity'),
      sayCheck('nearestText'),
      sayCheck('nearestIn'),
    ],
    ...done.map(({ verbatim, wordings: [nearest] }, index) => [
      passages[index]!,
      sayCheck(results[index]!),
      verbatim.reports.length,
      verbatim.first?.year ?? null,
      verbatim.last?.year ?? null,
      nearest?.similarity ?? null,
      nearest?.text ?? null,
      nearest
        ? (known?.byId.get(nearest.places[0]!.report)?.symbol ?? symbolOf(nearest.places[0]!.report))
        : null,
    ]),
  ];
}

function Examples({ known, place }: { known: Known | undefined; place: Place }) {
  const newest = known?.reports.findLast((report) => report.year !== null && !report.unreadable);
  const loaded = useLoaded(newest?.id ?? null, () => examplesOf(newest!));
  if (loaded.loading) return <Loading />;
  const examples = loaded.value ?? [];
  if (examples.length === 0) return null;
  return (
    <section>
      <h2>{sayCheck('examples')}</h2>
      <ul class="draft-examples">
        {examples.map(({ about, text }) => (
          <li key={about}>
            <button type="button" onClick={async () => go(place, await packed(text))}>
              <span>{sayCheck(about)}</span>
              <bdi class="arabic">{text}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
