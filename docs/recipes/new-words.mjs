/** What is new in each report, by plain fetch: words of a report that no earlier one of its series has said. */
const url = process.env.SIYAGHA_URL ?? 'http://127.0.0.1:8080';

async function ask(path, parameters) {
  const response = await fetch(`${url}/v1/${path}?${new URLSearchParams(parameters)}`);
  const body = await response.json();
  if (!response.ok) throw new Error(`${body.title}: ${body.detail}`);
  return body;
}

const { items } = await ask('reports', { series: 'shared-rivers', limit: '1000' });
for (const { id, year } of items.sort((one, other) => one.year - other.year)) {
  const { coverage } = await ask(`reports/${encodeURIComponent(id)}/novelty`, { min_words: '4' });
  // With no earlier report nothing can be said.
  console.log(year, coverage ? `${Math.round((1 - coverage.seen_words / coverage.words) * 100)} % new` : '-');
}
