/**
 * Symbols, years, ranges and foreign words in a line of the other direction: isolated, and never broken. Use these for
 * everything that comes from the data or has a digit next to a sign.
 */
import { direction } from '../direction.ts';

/** A symbol such as A/CONF.192/MGE/2011/1. A very long one may break so that it does not overflow its box. */
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

/** From one year to another, the earlier always on the left; a single year if they are the same. */
export function Years({ from, to }: { from: number | string; to: number | string }) {
  return (
    <bdi dir="ltr" class="whole">
      {String(from) === String(to) ? from : `${from}–${to}`}
    </bdi>
  );
}

/** Words from a report within the interface's own text. */
export function Quoted({ text, class: name = '' }: { text: string; class?: string }) {
  return (
    <bdi dir={direction(text)} class={`arabic ${name}`.trim()}>
      {text}
    </bdi>
  );
}
