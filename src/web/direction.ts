/** Which way a text runs: by most of its letters, so that an Arabic paragraph that begins with a symbol stays Arabic. */

const arabic = /\p{Script=Arabic}/gu;
const letters = /\p{L}/gu;

export function direction(text: string): 'rtl' | 'ltr' {
  const all = text.match(letters)?.length ?? 0;
  const right = text.match(arabic)?.length ?? 0;
  return right * 3 >= all && right > 0 ? 'rtl' : 'ltr';
}
