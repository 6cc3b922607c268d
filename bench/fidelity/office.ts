/** LibreOffice without a window: converts documents into other formats, for benches and tests. */
import { execFileSync, spawnSync } from 'node:child_process';

export const hasOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0;

/** The format for `convert` of a PDF with or without tags. */
export const pdf = (tags: boolean): string =>
  `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tags}"}}`;

/** @param scratch a folder for the user's profile, which LibreOffice keeps for one program at a time */
export function convert(sources: readonly string[], format: string, folder: string, scratch = folder): void {
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  const options = [profile, '--headless', '--convert-to', format, '--outdir', folder];
  execFileSync('soffice', [...options, ...sources], { stdio: 'ignore' });
}
