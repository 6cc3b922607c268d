/** The suite for the index in the folder, and for answers made of the paragraphs that someone else finds. */
import { openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { amount } from '../amount.ts';
import { collectionByReading } from '../collection/cluster/by-reading.ts';
import { bruteForce } from './brute-force.ts';

bruteForce(
  'an index in the folder',
  (data) => openCollection(loadSettings({ SIYAGHA_DATA: data, LOG_LEVEL: 'silent' })),
  amount(40, 400),
);
bruteForce(
  'paragraphs found by reading',
  async (data) => collectionByReading(openStore(data), 20_000),
  amount(20, 200),
);
