import pg from 'pg';

/** Gives the tenant that many more pairs, each with a year of meetings, agendas, records and actions. */
export async function addPairs(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tenant = '(select tenant_id from pair limit 1)';
  await client.query(`
    set session_replication_role = replica;
    insert into person (tenant_id, id, display_name, given_name, zone)
      select ${tenant}, 'person ' || n, 'Somebody', 'Some', 'Europe/London' from generate_series(0, ${count}) n;
    insert into pair (tenant_id, id, supervisor_id, employee_id, role, from_date)
      select ${tenant}, 'pair ' || n, 'person ' || n / 10, 'person ' || n, 'line', '2025-01-01'
      from generate_series(1, ${count}) n;
    insert into meeting (tenant_id, pair_id, id, kind, state, original_date, starts_at, ends_at, agenda_version, closed_at)
      select ${tenant}, 'pair ' || n, 'meeting ' || n || ' ' || m, 'one-to-one', 'closed', date '2025-11-01' + m * 14,
        timestamptz '2025-11-01T10:00Z' + m * interval '14 days', timestamptz '2025-11-01T10:30Z' + m * interval '14 days',
        1, timestamptz '2025-11-01T10:30Z' + m * interval '14 days'
      from generate_series(1, ${count}) n, generate_series(1, 12) m;
    insert into agenda_item (tenant_id, pair_id, id, meeting_id, title, urgency, minutes, position, state, times_carried)
      select tenant_id, pair_id, 'item ' || id, id, 'Something to talk about', 'normal', 10, 1, 'discussed', 0
      from meeting where id like 'meeting %';
    insert into point (tenant_id, pair_id, id, meeting_id, author_id, words, at)
      select tenant_id, pair_id, 'point ' || id, id, 'person 1', 'What was said about it', starts_at
      from meeting where id like 'meeting %';
    insert into action (tenant_id, pair_id, id, raised_in_id, words, owner_id, state, settled_on, times_carried, created_at)
      select tenant_id, pair_id, 'action ' || id, id, 'Send the figures', 'person 1', 'done', original_date, 0, starts_at
      from meeting where id like 'meeting %'`);
  // What the database would do by and by in the background.
  await client.query('vacuum analyze');
  await client.end();
}
