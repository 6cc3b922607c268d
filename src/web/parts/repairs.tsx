/** The repairs of one report: each word as in the file and as read now. */
import { api, body, type Report } from '../client.ts';
import { counted } from '../language.ts';
import { useLoaded } from '../load.ts';
import { address, type Place } from '../place.ts';
import { sayCatalogue } from '../strings/catalogue.ts';
import { Exports } from './export.tsx';
import { Quoted, SymbolName } from './isolated.tsx';
import { offsetOf, Pager } from './pager.tsx';
import { paragraphAddress, placeName } from './report-name.tsx';
import { Empty, Failure, Loading } from './state.tsx';
import { Wide } from './wide.tsx';

const size = 200;
const kinds = ['kashida', 'split_word', 'run_order', 'lam_alef', 'ligature', 'mirrored_bracket'] as const;

const kindName = (name: string): string => sayCatalogue(kinds.find((kind) => kind === name) ?? 'otherKind');

export function Repairs({ id, report, place }: { id: string; report: Report | undefined; place: Place }) {
  const offset = offsetOf(place);
  const loaded = useLoaded(`${id} ${offset}`, () =>
    body(
      api.reports[':id'].repairs.$get({
        param: { id },
        query: { limit: String(size), offset: String(offset) },
      }),
    ),
  );
  return (
    <section>
      <h1>{sayCatalogue('repairs')}</h1>
      <p>
        <a href={address({ page: 'report', id })}>
          <bdi>{report?.title ?? ''}</bdi> <SymbolName text={report?.symbol ?? id} />
        </a>
        {' · '}
        <a href={address({ page: 'reports' })}>{sayCatalogue('backToAll')}</a>
      </p>
      {loaded.error && <Failure error={loaded.error} retry={loaded.retry} />}
      {!loaded.error && !loaded.value && <Loading />}
      {loaded.value?.total === 0 && <Empty title={sayCatalogue('noRepairs')} />}
      {loaded.value && loaded.value.total > 0 && (
        <div aria-busy={loaded.loading}>
          <p class="count" role="status">
            <strong>{counted(loaded.value.total, 'repair')}</strong>
          </p>
          <Wide label={sayCatalogue('repairs')}>
            <table class="meetings repairs">
              <thead>
                <tr>
                  {(['before', 'after', 'kind', 'place'] as const).map((name) => (
                    <th key={name} scope="col">
                      {sayCatalogue(name)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {loaded.value.items.map((repair) => (
                  <tr key={`${repair.paragraph} ${repair.start}`}>
                    <td>
                      <Quoted text={repair.raw} />
                    </td>
                    <td>
                      <Quoted text={repair.text} />
                    </td>
                    <td>
                      {repair.kinds.map(kindName).join(' · ')}
                      {repair.doubtful && <span class="kind doubtful">{sayCatalogue('doubtful')}</span>}
                    </td>
                    <td>
                      <a href={paragraphAddress(repair.paragraph)}>{placeName(repair.paragraph, null)}</a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          <Pager place={place} total={loaded.value.total} size={size} />
          <Exports
            name={`${sayCatalogue('repairs')} ${report?.symbol ?? id}`}
            rows={() => [
              (['before', 'after', 'kind', 'doubtful', 'place'] as const).map((name) => sayCatalogue(name)),
              ...loaded.value!.items.map(({ raw, text, kinds: found, doubtful, paragraph }) => [
                raw,
                text,
                found.map(kindName).join(' · '),
                doubtful ? 1 : 0,
                placeName(paragraph, null),
              ]),
            ]}
          />
        </div>
      )}
    </section>
  );
}
