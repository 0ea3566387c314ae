import { Refusal, type RefusalCode } from '#core/refusal.ts';
import type { Logger } from '#server/ports/system.ts';

function field(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}

function refusalCodeOf(error: Error): RefusalCode | null {
  switch (field(error, 'code')) {
    // Row-level security: an upsert met a row that is not shown, or a row was meant for somebody else's pair.
    case '42501':
      if (field(error, 'routine') !== 'ExecWithCheckOptions') return null;
      return error.message.includes('USING') ? 'duplicate-id' : 'not-found';
    // A foreign key: what it refers to is not there, or belongs to another pair.
    case '23503':
      return 'not-found';
    // No two of one kind on one day: a unique key or an exclusion.
    case '23P01':
      return 'duplicate-id';
    case '23505':
      return field(error, 'constraint') === 'series_one_current' ? 'series-exists' : 'duplicate-id';
    // Text no PostgreSQL can hold: it has a NUL in it.
    case '22021':
    case '22P05':
      return 'bad-request';
    default:
      return null;
  }
}

/** What the database would not have, as a refusal where our own rules stand behind it; anything else as it came. */
export function refusalOf(error: unknown, log: Logger): unknown {
  if (!(error instanceof Error)) return error;
  const code = refusalCodeOf(error);
  if (code === null) return error;
  log.warn('store-refused', { code, sqlState: field(error, 'code'), constraint: field(error, 'constraint') });
  return new Refusal(code);
}
