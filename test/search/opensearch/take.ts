/** Fetches OpenSearch's packages for the tests from Maven, once: `npx tsx test/search/opensearch/take.ts`. */
import { takePackages } from './jars.ts';

const why = takePackages();
if (why) console.log(`${why}: tests with OpenSearch will be skipped`);
