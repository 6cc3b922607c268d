/** The message of a reader's warning, marked as English if there is no Arabic one. */
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
