/**
 * A paragraph's menu, the same everywhere: `<ParagraphMenu paragraph={id} />` draws its button, and a single host in
 * the frame opens it, so that a report of thousands of paragraphs costs no more than its buttons.
 */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mostLetters, packed } from '../check/draft.ts';
import { bibtex, type Cited, plainCitation, ris } from '../citation.ts';
import { api, body, type Paragraph, type Report, reportOf } from '../client.ts';
import { copy, download } from '../copy.ts';
import { language, number, pageDirection } from '../language.ts';
import { useLoaded } from '../load.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { ordinalOf, paragraphAddress, reportIdOf } from './report-name.tsx';
import { problemText } from './state.tsx';

export const ParagraphMenu = ({ paragraph, label = '' }: { paragraph: string; label?: string }) =>
  menuButton(paragraph, label);

/** The same as a plain node: with thousands of paragraphs, a component for each would cost as much as their text. */
export const menuButton = (paragraph: string, label = ''): VNode => (
  <button
    type="button"
    class="menu-button"
    data-paragraph={paragraph}
    aria-haspopup="dialog"
    aria-label={`${say('paragraphMenu')} ${label || ordinalOf(paragraph)}`}
  >
    ⋯
  </button>
);

interface Opened {
  paragraph: string;
  button: HTMLElement;
  top: number;
  /** Measured from the side where lines begin. */
  start: number;
}

/** Event sent by a paragraph's button in the reader when its passages are requested without a mouse. */
export const passageAsked = 'passageasked';

/** Maximum width of the menu, in CSS pixels. */
const width = 300;

export function ParagraphMenuHost() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  const close = (back: boolean) => {
    if (back) opened?.button.focus();
    setOpened(null);
  };
  useEffect(() => {
    const clicked = (event: MouseEvent) => {
      const target = event.target as Element;
      const button = target.closest<HTMLElement>('[data-paragraph]');
      if (button) {
        const box = button.getBoundingClientRect();
        const side = pageDirection === 'rtl' ? document.documentElement.clientWidth - box.right : box.left;
        const room =
          document.documentElement.clientWidth - Math.min(width, document.documentElement.clientWidth - 16);
        setOpened((before) =>
          before?.button === button
            ? null
            : {
                paragraph: button.dataset.paragraph!,
                button,
                top: box.bottom + scrollY + 4,
                start: Math.max(8, Math.min(side, room - 8)),
              },
        );
      } else if (!menu.current?.contains(target) || target.closest('a')) setOpened(null);
    };
    const moved = () => setOpened(null);
    document.addEventListener('click', clicked);
    addEventListener('popstate', moved);
    return () => {
      document.removeEventListener('click', clicked);
      removeEventListener('popstate', moved);
    };
  }, []);
  const openPassage = ({ button }: Opened) => {
    setOpened(null);
    button.dispatchEvent(new Event(passageAsked, { bubbles: true }));
  };
  // Before the menu can be seen: later, the focus could be taken from an entry that was chosen at once.
  useLayoutEffect(() => {
    if (opened) menu.current?.focus();
  }, [opened]);
  if (!opened) return null;
  return (
    <div
      ref={menu}
      class="menu"
      role="dialog"
      aria-label={say('paragraphMenu')}
      tabIndex={-1}
      style={{
        insetBlockStart: `${opened.top}px`,
        insetInlineStart: `${opened.start}px`,
        maxInlineSize: `${width}px`,
      }}
      onKeyDown={(event) => event.key === 'Escape' && close(true)}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) close(false);
      }}
    >
      <Entries
        key={opened.paragraph}
        id={opened.paragraph}
        {...(opened.button.closest('.report') ? { look: () => openPassage(opened) } : {})}
      />
    </div>
  );
}

interface LoadedFor {
  paragraph: Paragraph;
  report: Report;
  /** The paragraph as a draft in a URL; empty if it is too long. */
  draft: string;
}

/** `look`: opens the passages of a paragraph in the reader. */
function Entries({ id, look }: { id: string; look?: () => void }) {
  const loaded = useLoaded(id, async (): Promise<LoadedFor> => {
    const [paragraph, report] = await Promise.all([
      body(api.paragraphs[':id'].$get({ param: { id }, query: {} })),
      reportOf(reportIdOf(id)),
    ]);
    const { text } = paragraph;
    return { paragraph, report, draft: text.length > mostLetters ? '' : await packed(text) };
  });
  const { value } = loaded;
  return (
    <>
      <ul>
        <li>
          <a href={address({ page: 'wording', paragraph: id })}>{say('history')}</a>
        </li>
        <li>
          {look ? (
            <button type="button" onClick={look}>
              {say('passages')}
            </button>
          ) : (
            <a href={paragraphAddress(id)}>{say('inReport')}</a>
          )}
        </li>
        {value && value.draft !== '' && (
          <li>
            <a href={address({ page: 'check' }, value.draft)}>{say('precedents')}</a>
          </li>
        )}
      </ul>
      {loaded.error && <p class="warn">{problemText(loaded.error)}</p>}
      {value && (
        <ul>
          <li>
            <Copy text={value.paragraph.text}>{say('copyText')}</Copy>
          </li>
          <li>
            <Copy text={linkTo(value)}>
              {say(value.paragraph.number === null ? 'copyLink' : 'copyNumberLink')}
            </Copy>
          </li>
          <li>
            <Copy text={plainCitation(cited(value), language === 'ar' ? '،' : ',')}>{say('cite')}</Copy>
          </li>
          <li class="pair">
            <Copy text={bibtex(cited(value))}>BibTeX</Copy>
            <button
              type="button"
              onClick={() =>
                download(
                  `${id.replaceAll(':', '-')}.ris`,
                  new Blob([ris(cited(value))], { type: 'application/x-research-info-systems' }),
                )
              }
            >
              RIS
            </button>
          </li>
        </ul>
      )}
    </>
  );
}

/** By printed number if there is one, because it stays the same when the report is read again. */
function linkTo({ paragraph, report }: LoadedFor): string {
  const { number: printed, part, kind, id } = paragraph;
  const place =
    printed === null || kind === 'footnote'
      ? paragraphAddress(id)
      : address({
          page: 'report',
          id: report.id,
          number: String(printed),
          part: part === 'main' ? '' : part,
          series: report.series ?? '',
        });
  return new URL(place, location.origin).href;
}

function cited(value: LoadedFor): Cited {
  const { paragraph, report } = value;
  const { number: printed, kind, part } = paragraph;
  const where = part === 'main' ? '' : `${language === 'ar' ? '، ' : ', '}${part}`;
  const place =
    printed === null
      ? `${say('placeInOrder')} ${number(paragraph.ordinal)}`
      : `${say(kind === 'footnote' ? 'kindFootnote' : 'number')} ${number(printed)}${where}`;
  return { report, place, link: linkTo(value) };
}

function Copy({ text, children }: { text: string; children: ComponentChildren }) {
  const [done, setDone] = useState<boolean | null>(null);
  return (
    <button type="button" onClick={async () => setDone(await copy(text))}>
      {children}{' '}
      <span role="status" class="quiet">
        {done !== null && say(done ? 'copied' : 'notCopied')}
      </span>
    </button>
  );
}
