/**
 * Chooses a report: by typing part of its year, symbol or title, in any spelling, or from the list. A combobox as
 * defined by WAI-ARIA (list autocomplete).
 */
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Report } from '../client.ts';
import { findable, found } from '../find.ts';
import { counted } from '../language.ts';
import { say } from '../strings/index.ts';
import { SymbolName, Year } from './isolated.tsx';

/** Maximum number of entries shown; typing more finds the others. */
const most = 60;

export type Choosable = Pick<Report, 'id' | 'symbol' | 'title' | 'year'>;

const nameOf = ({ year, title, symbol }: Choosable): string =>
  [year ?? '', title, symbol].filter((part) => part !== '').join(' · ');

export function ReportPicker({
  label,
  name,
  value,
  reports,
  onChoose,
}: {
  label: string;
  name: string;
  /** Id of the chosen report, or empty. */
  value: string;
  reports: readonly Choosable[];
  onChoose: (id: string) => void;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useMemo(() => findable(reports, nameOf), [reports]);
  const chosen = reports.find((report) => report.id === value);
  const all = open ? found(list, typed ?? '') : [];
  const shown = all.slice(0, most);

  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(-1);
  };
  const choose = (report: Choosable | undefined) => {
    if (!report) return;
    close();
    if (report.id !== value) onChoose(report.id);
  };
  const move = (to: number) => {
    setOpen(true);
    setActive(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(open ? Math.min(active + 1, shown.length - 1) : 0);
    else if (event.key === 'ArrowUp') move(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && open) choose(shown[active] ?? (typed ? shown[0] : undefined));
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  };

  return (
    <div class="picker">
      <label for={`${id}-field`}>{label}</label>
      <input
        ref={field}
        id={`${id}-field`}
        name={name}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={say('choose')}
        value={typed ?? (chosen ? nameOf(chosen) : value)}
        title={chosen ? nameOf(chosen) : undefined}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={pressed}
        onBlur={close}
      />
      {/* A mouse click here must not take the focus, because losing it closes the list. */}
      <div
        class="options"
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!open}
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((report, index) => (
          <div
            key={report.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={report.id === value}
            class={index === active ? 'option active' : 'option'}
            onClick={() => choose(report)}
            onKeyDown={pressed}
          >
            {report.year !== null && (
              <strong>
                <Year year={report.year} />{' '}
              </strong>
            )}
            <bdi>{report.title}</bdi>{' '}
            <small>
              <SymbolName text={report.symbol} />
            </small>
          </div>
        ))}
        {open && all.length > shown.length && (
          <div class="quiet option" role="presentation">
            {say('typeOn')} ({counted(all.length, 'report')})
          </div>
        )}
        {open && all.length === 0 && (
          <div class="quiet option" role="presentation">
            {say('noMatch')}
          </div>
        )}
      </div>
    </div>
  );
}
