/** A choice of one report, dated first. */
import type { Report } from '../client.ts';
import { say } from '../strings/index.ts';

export function ReportPicker({
  label,
  name,
  value,
  reports,
  onChoose,
}: {
  label: string;
  name: string;
  value: string;
  reports: readonly Report[];
  onChoose: (id: string) => void;
}) {
  return (
    <label>
      {label}
      <select name={name} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{say('choose')}</option>
        {reports.map((report) => (
          <option key={report.id} value={report.id} selected={report.id === value}>
            {report.year ?? ''} · {report.symbol}
          </option>
        ))}
      </select>
    </label>
  );
}
