/** The page of settings, from their schema and `config/settings.json`. */
import { describeSettings } from '../../src/settings/index.ts';
import { code, page, table } from './markdown.ts';

export function settingsPage(): string {
  const rows = describeSettings().map(({ name, description, default: otherwise, values }) => [
    code(name),
    values === null ? description : `${description}. One of ${values.map(code).join(', ')}`,
    otherwise === null ? 'not set' : otherwise === '' ? 'none' : code(String(otherwise)),
  ]);
  return page('Settings', [
    'Settings are environment variables. An empty one counts as not set. Defaults are in `config/settings.json`, under the\n' +
      'same names. If a setting is wrong, the program stops with exit code 2 and one line that names the setting and says\n' +
      'what is wrong with it.',
    table(['setting', 'meaning', 'default'], rows),
    'Other configuration is in `config/`: the [series](../how-to/series.md), the lists that comparison uses\n' +
      '(`details.json`, `strength.json`), the settings of the [Meilisearch](../how-to/meilisearch.md) and [OpenSearch](../how-to/opensearch.md) indexes, and the lexicon that\n' +
      'repair and stemming use.',
  ]);
}
