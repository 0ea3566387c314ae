import { CompiledQuery } from 'kysely';
import type { Actor } from '#core/people/person.ts';
import type { Instant } from '#core/time-types.ts';
import type { MeetingFile } from '#server/ports/store.ts';

/** A timestamptz within JSON, as our Instant. */
function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function list(rows: string): string {
  return `(select coalesce(json_agg(one), '[]') from (${rows}) one)`;
}

function single(row: string): string {
  return `(select row_to_json(one) from (${row}) one)`;
}

// $1 is the tenant, $2 the meeting, $3 the person, $4 the present.
const ofPair = 'tenant_id = $1 and pair_id = (select pair_id from asked)';
const ofMeeting = 'tenant_id = $1 and meeting_id = (select id from asked)';

function place(item: string): string {
  return `(select row_to_json(one) from (
    select place.id as "meetingId", ${instant('place.starts_at')} as start, place.kind
    from agenda_item other join meeting place on place.tenant_id = $1 and place.id = other.meeting_id
    where other.tenant_id = $1 and other.pair_id = own.pair_id and ${item}
    order by place.starts_at desc, place.id limit 1) one)`;
}

const text = `
  with asked as materialized (
    select * from meeting where tenant_id = $1 and id = $2),
  whose as materialized (
    select * from pair where tenant_id = $1 and id = (select pair_id from asked)),
  held_before as materialized (
    select id, closed_at from meeting where ${ofPair} and state = 'closed' and starts_at < (select starts_at from asked)
    order by starts_at desc, id desc limit 1)
  select json_build_object(
    'meeting', ${single(`
      select id, pair_id as "pairId", series_id as "seriesId", kind, state, original_date as "originalDate",
        ${instant('starts_at')} as start, ${instant('ends_at')} as "end", reason, ${instant('moved_from')} as "movedFrom", skipped,
        agenda_version as "agendaVersion", agreed_by_supervisor as "agreedBySupervisor",
        agreed_by_employee as "agreedByEmployee", ${instant('opened_at')} as "openedAt",
        ${instant('closed_at')} as "closedAt", pack_id as "packId", pack_version as "packVersion" from asked`)},
    'pair', ${single(`
      select id, supervisor_id as "supervisorId", employee_id as "employeeId", role, from_date as "from",
        to_date as "to", extra_support as "extraSupport", pause from whose`)},
    'seq', (select seq from whose),
    'people', ${list(`
      select id, display_name as "displayName", given_name as "givenName", mail, job_title as "jobTitle", grade, contract,
        zone, joined_on as "joinedOn", unit, employee_number as "employeeNumber", incremental_on as "incrementalOn",
        has_reports as "hasReports" from person
      where tenant_id = $1 and id in (select supervisor_id from whose union all select employee_id from whose)`)},
    'series', ${single(`
      select id, event_id as "eventId", join_url as "joinUrl" from series
      where ${ofPair} and id = (select series_id from asked) and state <> 'ended'`)},
    'singleEvent', ${single(`
      select id, event_id as "eventId", join_url as "joinUrl" from single_event
      where ${ofMeeting} and purpose = 'meeting' and state <> 'ended'`)},
    'preparation', ${single(`
      select id, state, ${instant('starts_at')} as start, ${instant('ends_at')} as "end" from single_event
      where ${ofMeeting} and purpose = 'preparation' and state <> 'ended' and owner_id = $3`)},
    'preparesEach', exists (select from preparation_wish where ${ofPair} and person_id = $3),
    'isOfThree', exists (select from effect where ${ofMeeting} and kind = 'create-event' and body -> 'otherIds' is not null),
    'ownStandingItems', ${list(`
      select id, pair_id as "pairId", title, kind_id as "kindId", minutes, raised_by as "raisedBy", ${instant('at')} as at
      from own_standing_item where ${ofPair} order by own_standing_item.at, id`)},
    'meetings', ${list(`
      select id, kind, state, ${instant('starts_at')} as start, ${instant('ends_at')} as "end",
        ${instant('closed_at')} as "closedAt" from meeting
      where ${ofPair} and (id = (select id from held_before)
        or state = 'planned' and starts_at >= $4::timestamptz - interval '2 days'
        or state in ('closed', 'open') and starts_at >= coalesce((
          select max(starts_at) from meeting where ${ofPair} and state in ('closed', 'open')
            and starts_at <= $4::timestamptz), '-infinity'))
      order by starts_at, id`)},
    'items', ${list(`
      select id, meeting_id as "meetingId", title, note, topic_id as "topicId", kind_id as "kindId",
        standing_id as "standingId", behaviour_id as "behaviourId", raised_by as "raisedBy", urgency, minutes,
        position, state,
        times_carried as "timesCarried", carried_from_id as "carriedFromId",
        ${place('other.id = own.carried_from_id')} as "cameFrom",
        case when state in ('carried', 'adjourned') then ${place('other.carried_from_id = own.id')} end as "wentTo"
      from agenda_item own where ${ofMeeting} order by position, id`)},
    'jottings', ${list(`
      select id, meeting_id as "meetingId", author_id as "authorId", words as text, ${instant('at')} as at,
        prompt_id as "promptId", shared_item_id as "sharedItemId" from jotting where ${ofMeeting} and author_id = $3 order by jotting.at, id`)},
    'points', ${list(`
      select id, meeting_id as "meetingId", item_id as "itemId", topic_id as "topicId", section_id as "sectionId",
        author_id as "authorId", words as text, mark, behaviour_id as "behaviourId", ${instant('at')} as at
      from point where ${ofMeeting} order by point.at, id`)},
    'ticks', ${list(`
      select meeting_id as "meetingId", topic_id as "topicId", by_id as "by", ${instant('at')} as at
      from coverage_tick where ${ofMeeting} order by coverage_tick.at, topic_id`)},
    'actions', ${list(`
      select id, pair_id as "pairId", raised_in_id as "raisedInId", item_id as "itemId", topic_id as "topicId",
        words as text, owner_id as "ownerId", due_on as "dueOn", state, settled_on as "settledOn",
        dropped_reason as "droppedReason", times_carried as "timesCarried", ${instant('created_at')} as "createdAt",
        (select coalesce(json_agg(json_build_object('at', ${instant('action_step.at')}, 'by', by_id, 'meetingId', meeting_id,
          'change', change) order by step), '[]')
          from action_step where tenant_id = $1 and action_id = action.id) as history
      from action where ${ofPair} and (state = 'open' or raised_in_id = (select id from asked)
        or coalesce(settled_on >= (select closed_at from held_before)::date - 1, true))
      order by created_at, id`)},
    'measures', ${list(`
      select id, pair_id as "pairId", name, unit, target, better,
        (select coalesce(json_agg(json_build_object('on', on_date, 'value', value) order by on_date), '[]')
          from reading where tenant_id = $1 and measure_id = measure.id) as readings
      from measure where ${ofPair} order by name collate "C", id`)},
    'standing', ${single(`
      select pair_id as "pairId", facts, findings, on_day as day, changes_on as "changesOn",
        case when pack_id is null then null else json_build_object('id', pack_id, 'version', pack_version) end as pack
      from standing where ${ofPair}`)},
    'deliveries', ${list(`
      select id, pair_id as "pairId", kind, meeting_id as "meetingId", state, parked_for as "parkedFor", acting_id as "actingId", claims,
        ${instant('promised_at')} as "promisedAt", ${instant('settled_at')} as "settledAt" from effect
      where ${ofPair} and coalesce(meeting_id, series_id) in (select id from asked union all select series_id from asked)
      order by ordinal`)}) as file
  from asked`;

/**
 * Everything the screens of one meeting show, in one statement: no row when there is no such meeting, or not for this person.
 * However long a pair has been meeting, only what this meeting needs is read: its own agenda and record; of the others the one
 * held before it, the last one held, and those to come; the actions that were open when it came (the day of settling is the
 * pair's own, so a day is allowed for).
 */
export function meetingFileOf(
  { tenantId, personId }: Actor,
  meetingId: string,
  now: Instant,
): CompiledQuery<{ file: MeetingFile }> {
  return CompiledQuery.raw(text, [tenantId, meetingId, personId, now]);
}
