import { sql } from 'kysely';
import { agreementFacts } from '#core/agreement/agreement-facts.ts';
import type { Agreement } from '#core/agreement/agreement.ts';
import type { MeetingKind, MeetingState } from '#core/meeting/meeting.ts';
import type { Pair } from '#core/people/pair.ts';
import type { Person } from '#core/people/person.ts';
import type { KindDays, PairFacts } from '#core/policy/finding.ts';
import { pairTerms, personTerms, type StandingFacts } from '#core/policy/standing.ts';
import type { SeriesState } from '#core/series/series.ts';
import { localDateOf } from '#core/time.ts';
import type { Instant, LocalDate, Zone } from '#core/time-types.ts';
import type { EffectState, ParkedFor } from '#server/ports/effect.ts';
import { agreementStore } from './agreement-store.ts';
import { among } from './among.ts';
import { instantFromSql } from './value-forms.ts';
import type { Scope } from './tables.ts';

interface FactsRow {
  readonly pairId: string;
  readonly pair: Pair;
  readonly person: Person;
  readonly meetings: readonly { readonly kind: MeetingKind; readonly state: MeetingState; readonly at: string }[];
  readonly series: { readonly state: SeriesState; readonly until: LocalDate } | null;
  readonly summary: {
    readonly at: string;
    readonly state: EffectState;
    readonly parkedFor: ParkedFor | null;
    readonly settledAt: string | null;
  } | null;
  readonly topics: Readonly<Record<string, string>> | null;
  readonly noted: Readonly<Record<string, { readonly days: number; readonly at: string }>> | null;
}

/** A timestamptz within JSON: as PostgreSQL writes one on its own. */
const written = (column: string) => sql.raw(`${column}::text`);

function summaryOf({ summary }: FactsRow, zone: Zone): PairFacts['lastSummary'] {
  if (summary === null) return null;
  const state = summary.state === 'done' ? 'sent' : summary.parkedFor === 'unconfirmed' ? 'unconfirmed' : 'waiting';
  const sentAt = state === 'sent' && summary.settledAt !== null ? instantFromSql(summary.settledAt) : null;
  return { on: localDateOf(instantFromSql(summary.at), zone), state, sentAt };
}

function factsOfRow(row: FactsRow, agreements: readonly Agreement[]): StandingFacts {
  const { zone } = row.person;
  const dayOf = (at: string): LocalDate => localDateOf(instantFromSql(at) satisfies Instant, zone);
  const daysOf = (kind: MeetingKind): KindDays => {
    const own = row.meetings.filter((meeting) => meeting.kind === kind);
    return {
      heldOn: own.filter(({ state }) => state !== 'planned').map(({ at }) => dayOf(at)),
      plannedOn: own.filter(({ state }) => state === 'planned').map(({ at }) => dayOf(at)),
    };
  };
  const others = new Set(row.meetings.map(({ kind }) => kind).filter((kind) => kind !== 'one-to-one'));
  const topics = Object.entries(row.topics ?? {}).map(([topic, at]) => [topic, dayOf(at)] as const);
  const noted = Object.entries(row.noted ?? {}).map(([id, { days, at }]) => [id, { days, on: dayOf(at) }] as const);
  // Taken away in Outlook, there is none to keep to anything.
  const series = row.series?.state === 'gone' ? null : row.series;
  return {
    person: personTerms(row.person),
    pair: pairTerms(row.pair),
    ...daysOf('one-to-one'),
    otherKinds: Object.fromEntries([...others].map((kind) => [kind, daysOf(kind)])),
    series: series === null ? 'none' : series.state === 'booked' ? 'booked' : 'being-booked',
    seriesUntil: series?.until ?? null,
    lastSummary: summaryOf(row, zone),
    agreement: agreementFacts(agreements, zone),
    coveredOn: Object.fromEntries(topics),
    daysNoted: Object.fromEntries(noted),
  };
}

/**
 * What the findings of pairs are made of, in one question. Of forms only the days noted are looked at, as numbers. Of what was
 * said only which topics it is under is looked at: a line
 * or an action under an agenda item is under that item's topic, and an item alone once it was discussed.
 */
export async function readFacts(
  scope: Scope,
  pairIds: readonly string[],
): Promise<{ readonly pairId: string; readonly facts: StandingFacts }[]> {
  if (pairIds.length === 0) return [];
  const { tx, tenantId } = scope;
  const agreements = agreementStore(scope).ofPairs(pairIds);
  const asked = sql<FactsRow>`
    select pair.id as "pairId",
      json_build_object('role', pair.role, 'from', pair.from_date, 'to', pair.to_date,
        'extraSupport', pair.extra_support, 'pause', pair.pause) as pair,
      json_build_object('grade', person.grade, 'contract', person.contract, 'zone', person.zone,
        'joinedOn', person.joined_on, 'unit', person.unit,
        'incrementalOn', person.incremental_on, 'hasReports', person.has_reports) as person,
      (select coalesce(json_agg(json_build_object('kind', kind, 'state', state, 'at', ${written('starts_at')})
          order by starts_at, id), '[]')
        from meeting where tenant_id = pair.tenant_id and pair_id = pair.id
          and state in ('planned', 'open', 'closed')) as meetings,
      (select json_build_object('state', state, 'until', plan ->> 'untilDate') from series
        where tenant_id = pair.tenant_id and pair_id = pair.id and state <> 'ended') as series,
      (select json_build_object('at', ${written('last.starts_at')}, 'state', effect.state,
          'parkedFor', effect.parked_for, 'settledAt', ${written('effect.settled_at')})
        from (select id, starts_at from meeting where tenant_id = pair.tenant_id and pair_id = pair.id
            and state = 'closed' order by starts_at desc, id desc limit 1) last
          join effect on effect.tenant_id = pair.tenant_id and effect.pair_id = pair.id
            and effect.meeting_id = last.id and effect.kind = 'send-summary'
        order by effect.ordinal desc limit 1) as summary,
      (select json_object_agg(topic_id, ${written('at')}) from (
        select touched.topic_id, max(meeting.starts_at) as at
        from meeting join (
          select meeting_id, topic_id from coverage_tick where tenant_id = pair.tenant_id and pair_id = pair.id
          union all select meeting_id, topic_id from agenda_item
            where tenant_id = pair.tenant_id and pair_id = pair.id and state = 'discussed'
          union all select point.meeting_id, coalesce(point.topic_id, item.topic_id) from point
            left join agenda_item item on item.tenant_id = point.tenant_id and item.id = point.item_id
            where point.tenant_id = pair.tenant_id and point.pair_id = pair.id
          union all select action.raised_in_id, coalesce(action.topic_id, item.topic_id) from action
            left join agenda_item item on item.tenant_id = action.tenant_id and item.id = action.item_id
            where action.tenant_id = pair.tenant_id and action.pair_id = pair.id
        ) touched on touched.meeting_id = meeting.id
        where meeting.tenant_id = pair.tenant_id and meeting.pair_id = pair.id and meeting.state = 'closed'
          and touched.topic_id is not null
        group by touched.topic_id) latest) as topics,
      (select json_object_agg(field_id, json_build_object('days', days, 'at', ${written('at')})) from (
        select distinct on (form_value.field_id) form_value.field_id,
          (form_value.value::json ->> 'days')::float8 as days, meeting.starts_at as at
        from form_value join meeting on meeting.tenant_id = form_value.tenant_id and meeting.id = form_value.meeting_id
        where form_value.tenant_id = pair.tenant_id and form_value.pair_id = pair.id
          and form_value.value::json ->> 'kind' = 'days' and meeting.state in ('planned', 'open', 'closed')
        order by form_value.field_id, meeting.starts_at desc) latest) as noted
    from pair join person on person.tenant_id = pair.tenant_id and person.id = pair.employee_id
    where pair.tenant_id = ${tenantId} and pair.id = ${among(pairIds)}`.execute(tx);
  const [{ rows }, agreed] = await Promise.all([asked, agreements]);
  return rows.map((row) => ({
    pairId: row.pairId,
    facts: factsOfRow(
      row,
      agreed.filter(({ pairId }) => pairId === row.pairId),
    ),
  }));
}
