/** Settings, series catalogue and lexicon, each read from `config/` and checked. */
export { loadCatalogue } from './catalogue.ts';
export { loadConfig, loadLexicon } from './lexicon.ts';
export { configFile, root } from './root.ts';
export {
  describeSettings,
  loadSettings,
  type SettingDescription,
  type Settings,
  SettingsError,
} from './settings.ts';
export { version } from './version.ts';
