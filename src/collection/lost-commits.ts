/**
 * Lost commits: the index has a later epoch than the store, so an older copy of the store was put back, or its log was
 * lost. This is noted in the store, and `verify` reports it until `reindex` accepts the store as it is.
 */
import type { Problem, Store } from '../store/index.ts';

const note = 'lost_commits';

/** @param newer the epoch that the store once had */
export function noteLost(store: Store, newer: number): void {
  if (store.readOnly) return;
  store.setNote(note, JSON.stringify({ newer, epoch: store.epoch() }));
}

export function lostCommits(store: Store): Problem[] {
  const noted = store.getNote(note);
  if (noted === null || noted === '') return [];
  const { newer, epoch } = JSON.parse(noted) as { newer: number; epoch: number };
  const message =
    `the store was once at epoch ${newer} and was found at ${epoch}: ${newer - epoch} commits are lost, because an older ` +
    'copy of it was restored or its log (siyagha.db-wal) is missing; restore the log, or ingest what is missing again ' +
    'and run "siyagha reindex" to accept the store as it is';
  return [{ code: 'store_older', message }];
}

export function acceptLoss(store: Store): void {
  if (store.getNote(note)) store.setNote(note, '');
}
