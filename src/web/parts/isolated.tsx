/**
 * Symbols, years, ranges and foreign words inside a line of the other direction: isolated, and never broken.
 * Use these for everything that comes from the data, or holds a digit beside a sign.
 */
import { direction } from '../direction.ts';

/** A symbol such as A/CONF.192/MGE/2011/1. A very long one may break rather than leave its box. */
export function SymbolName({ text }: { text: string }) {
  return (
    <bdi dir={/\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr'} class={text.length > 26 ? '' : 'whole'}>
      {text}
    </bdi>
  );
}

export function Year({ year }: { year: number | string }) {
  return (
    <bdi dir="ltr" class="whole">
      {year}
    </bdi>
  );
}

/** From one year to another, the earlier always on the left; one year alone where they are the same. */
export function Years({ from, to }: { from: number | string; to: number | string }) {
  return (
    <bdi dir="ltr" class="whole">
      {String(from) === String(to) ? from : `${from}–${to}`}
    </bdi>
  );
}

/** Words of a report inside the interface's own. */
export function Quoted({ text, class: name = '' }: { text: string; class?: string }) {
  return (
    <bdi dir={direction(text)} class={`arabic ${name}`.trim()}>
      {text}
    </bdi>
  );
}
