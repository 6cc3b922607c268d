/** Adds and removes reports with the admin key; lists the result, warnings and failures of each file. */
import { useRef, useState } from 'preact/hooks';
import { adminKey, type Ingested, removeReport, setAdminKey, upload } from '../admin.ts';
import type { Report } from '../client.ts';
import { type Known, symbolOf, titleOf } from '../known.ts';
import { percent } from '../language.ts';
import { address } from '../place.ts';
import { sayCatalogue } from '../strings/catalogue.ts';
import { SymbolName } from './isolated.tsx';
import { seriesTitle } from './series-title.ts';
import { problemText } from './state.tsx';
import { WarningMessage } from './warning-message.tsx';

interface Sent {
  file: string;
  /** The share sent; 1 means that the server is reading it. */
  share: number;
  result?: Ingested;
  error?: Error;
}

export function ReportAdmin({ known, onChanged }: { known: Known; onChanged: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    const data = new FormData(form.current!);
    const key = String(data.get('key') ?? '');
    setAdminKey(key);
    const files = data
      .getAll('file')
      .filter((file): file is File => file instanceof File && file.name !== '');
    const fields = Object.fromEntries(
      ['symbol', 'title', 'date', 'series', 'allow_duplicates'].map((name) => [
        name,
        String(data.get(name) ?? ''),
      ]),
    );
    // A known title selects its series; any other text is a new series.
    fields.series =
      known.series.find((one) => seriesTitle(one) === fields.series?.trim())?.id ?? fields.series!;
    setBusy(true);
    setSent(files.map(({ name }) => ({ file: name, share: 0 })));
    const told = (index: number, news: Partial<Sent>) =>
      setSent((before) => before.map((one, i) => (i === index ? { ...one, ...news } : one)));
    // One after another: each answer comes only when searches find the report.
    for (const [index, file] of files.entries()) {
      try {
        told(index, { result: await upload(key, file, fields, (share) => told(index, { share })) });
      } catch (error) {
        told(index, { error: error as Error });
      }
    }
    setBusy(false);
    onChanged();
  };
  return (
    <details class="admin card">
      <summary>{sayCatalogue('admin')}</summary>
      <form ref={form} onSubmit={send}>
        <div class="row choices">
          <label>
            {sayCatalogue('key')}
            <input
              name="key"
              type="password"
              autocomplete="off"
              required
              defaultValue={adminKey()}
              aria-describedby="key-hint"
              onChange={(event) => setAdminKey(event.currentTarget.value)}
            />
            <small id="key-hint">{sayCatalogue('keyHint')}</small>
          </label>
          <label>
            {sayCatalogue('files')}
            <input name="file" type="file" multiple required accept=".txt,.pdf,.docx,.doc,.odt,.html,.htm" />
          </label>
        </div>
        <p class="quiet">{sayCatalogue('optional')}</p>
        <div class="row choices">
          {(
            [
              ['symbol', 'symbol'],
              ['title', 'titleField'],
              ['date', 'date'],
            ] as const
          ).map(([name, word]) => (
            <label key={name}>
              {sayCatalogue(word)}
              <input
                name={name}
                type="text"
                dir="auto"
                {...(name === 'date' ? { placeholder: '2011-05-09/2011-05-13' } : {})}
              />
            </label>
          ))}
          <label>
            {sayCatalogue('seriesField')}
            <input
              name="series"
              type="text"
              dir="auto"
              list="known-series"
              autocomplete="off"
              aria-describedby="series-hint"
            />
            <datalist id="known-series">
              {known.series.map((entry) => (
                <option key={entry.id} value={seriesTitle(entry)} />
              ))}
            </datalist>
            <small id="series-hint">{sayCatalogue('seriesHint')}</small>
          </label>
          <label class="check">
            <input name="allow_duplicates" type="checkbox" value="yes" />
            {sayCatalogue('allowDuplicates')}
          </label>
          <button type="submit" class="primary" disabled={busy}>
            {sayCatalogue('upload')}
          </button>
        </div>
      </form>
      <ul class="sent" aria-live="polite">
        {sent.map((one) => (
          <OneSent key={one.file} sent={one} />
        ))}
      </ul>
    </details>
  );
}

function OneSent({ sent }: { sent: Sent }) {
  const { file, share, result, error } = sent;
  return (
    <li>
      <bdi>{file}</bdi> {error && <strong class="warn">{problemText(error)}</strong>}
      {!error && !result && (
        <>
          <progress value={share} max={1} aria-label={file} />{' '}
          {share < 1 ? sayCatalogue('sending')(percent(share)) : sayCatalogue('reading')}
        </>
      )}
      {result && (
        <>
          {(['added', 'updated', 'unchanged'] as const).map((name) =>
            result[name].map((id) => (
              <span key={id}>
                {sayCatalogue(name)}{' '}
                <a href={address({ page: 'report', id })}>
                  <bdi>{titleOf(id) ?? sayCatalogue('report')}</bdi>
                </a>
              </span>
            )),
          )}
          {result.renamed.map(({ to }) => (
            <span key={to}>
              {sayCatalogue('renamed')} <SymbolName text={symbolOf(to)} />
            </span>
          ))}
          {result.warnings.length > 0 && (
            <ul>
              {result.warnings.map((warning, index) => (
                <li key={index} class="warn">
                  <WarningMessage warning={warning} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
}

/** Asks for confirmation before removing a report. */
export function RemoveReport({ report, onChanged }: { report: Report; onChanged: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<Error | null>(null);
  const remove = async () => {
    try {
      await removeReport(adminKey(), report.id);
      dialog.current?.close();
      onChanged();
    } catch (failure) {
      setError(failure as Error);
    }
  };
  if (adminKey() === '') return null;
  return (
    <>
      <button type="button" class="plain warn" onClick={() => dialog.current?.showModal()}>
        {sayCatalogue('remove')}
        <span class="unseen"> {report.symbol}</span>
      </button>
      <dialog ref={dialog} aria-label={sayCatalogue('remove')}>
        <p>{sayCatalogue('sure')(report.symbol)}</p>
        {error && (
          <p role="alert" class="warn">
            {problemText(error)}
          </p>
        )}
        <div class="row">
          <button type="button" onClick={remove}>
            {sayCatalogue('remove')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {sayCatalogue('cancel')}
          </button>
        </div>
      </dialog>
    </>
  );
}
