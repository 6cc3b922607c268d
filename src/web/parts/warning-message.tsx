/** What a warning of a reader says, marked as English where it has no Arabic words. */
import { language } from '../language.ts';
import { warningText } from '../strings/warnings.ts';

export function WarningMessage({ warning }: { warning: { code: string; message: string } }) {
  const { text, lang } = warningText(warning, language);
  return (
    <bdi class="message" lang={lang}>
      {text}
    </bdi>
  );
}
