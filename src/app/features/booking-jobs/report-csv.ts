import type { JobItemView } from '#contract/booking-jobs.ts';
import { say } from '../../text/say.ts';
import { sayWhy } from './job-words.ts';

/** What a spreadsheet would take for the beginning of a formula. */
const formula = /^[\s"']*[=+\-@\t\r\n|%＝＋－＠]/;

/** One cell: quoted, and never a formula, whatever somebody is called (OWASP, CSV injection). */
export function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** A job's report as a file for spreadsheets, one line for each person. */
export function reportCsv(items: readonly JobItemView[]): string {
  const head = [
    say('jobs.columnName'),
    say('jobs.columnUnit'),
    say('jobs.columnSupervisor'),
    say('jobs.columnState'),
    say('jobs.columnReason'),
  ];
  const rows = items.map((item) => [
    item.employee.displayName,
    item.employee.unit ?? '',
    item.supervisor.displayName,
    say(`jobs.item.${item.state}`),
    sayWhy(item),
  ]);
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\u{FEFF}${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
