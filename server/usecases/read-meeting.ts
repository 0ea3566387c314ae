import { actionsForMeeting } from '#core/actions/action-life.ts';
import type { Action } from '#core/actions/action.ts';
import { orderItems, standingItemsFor } from '#core/agenda/agenda.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import { clauseOfKind, topicsOf } from '#core/policy/resolve.ts';
import type { Actor } from '#core/people/person.ts';
import { coverageOf } from '#core/record/coverage.ts';
import { loadPairFiles } from './load-pair-files.ts';
import type { Needs } from './needs.ts';
import { findingsOf } from './pair-line.ts';
import { knownPeople, meetingScope } from './pair-scope.ts';
import { Refusal } from '#core/refusal.ts';
import { actionView, deliveryView, measureView, personView } from './views.ts';

function settledAt(action: Action): string | null {
  return action.state === 'open'
    ? null
    : (action.history.findLast((step) => step.change.kind === 'done' || step.change.kind === 'dropped')?.at ?? null);
}

/** Actions on the table at a meeting: agreed before it, and not settled before the meeting held before it ended. */
function lastActionsOf(actions: readonly Action[], meeting: Meeting, before: Meeting | undefined): Action[] {
  const since = before?.closedAt ?? null;
  return actions.filter((action) => {
    if (action.raisedInId === meeting.id) return false;
    if (meeting.closedAt !== null && action.createdAt > meeting.closedAt) return false;
    const settled = settledAt(action);
    return settled === null || since === null || settled >= since;
  });
}

/** Everything one of the two sees of a meeting; jottings are the reader's own. @throws Refusal `not-found` */
export async function readMeeting(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly meetingId: string },
) {
  const pack = await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { meeting, pair } = await meetingScope(tx, actor, input.meetingId);
    const two = await knownPeople(tx, [pair.supervisorId, pair.employeeId]);
    const me = two.get(actor.personId);
    const other = two.get(pair.supervisorId === actor.personId ? pair.employeeId : pair.supervisorId);
    if (me === undefined || other === undefined) throw new Refusal('not-found');
    const { files } = await loadPairFiles(tx, [pair], { zone: me.zone, now });
    const file = files[0];
    if (file === undefined) throw new Refusal('not-found');
    const before = file.meetings.findLast((one) => one.state === 'closed' && one.start < meeting.start);
    const after = file.meetings.find((one) => one.state === 'planned' && one.start > meeting.start && one.end >= now);
    const series = file.series !== null && file.series.id === meeting.seriesId ? file.series : null;
    const standing = standingItemsFor(pack);
    const items = orderItems(
      file.items.filter((item) => item.meetingId === meeting.id),
      standing,
    );
    const points = file.points.filter((point) => point.meetingId === meeting.id);
    const raised = file.actions.filter((action) => action.raisedInId === meeting.id);
    const ticks = file.ticks.filter((tick) => tick.meetingId === meeting.id);
    const topics = topicsOf(pack);
    const covered = new Map(coverageOf(topics, items, points, raised, ticks).map((one) => [one.topicId, one]));
    const own = (effect: (typeof file.effects)[number]): boolean =>
      'meetingId' in effect.body
        ? effect.body.meetingId === meeting.id
        : 'seriesId' in effect.body && effect.body.seriesId === meeting.seriesId;
    return {
      meeting: {
        id: meeting.id,
        pairId: pair.id,
        state: meeting.state,
        originalDate: meeting.originalDate,
        start: meeting.start,
        end: meeting.end,
        reason: meeting.reason,
        movedFrom: meeting.movedFrom,
        agendaVersion: meeting.agendaVersion,
        agreedBySupervisor: meeting.agreedBySupervisor === meeting.agendaVersion,
        agreedByEmployee: meeting.agreedByEmployee === meeting.agendaVersion,
        openedAt: meeting.openedAt,
        closedAt: meeting.closedAt,
        joinUrl: series?.joinUrl ?? null,
        eventId: series?.eventId ?? null,
      },
      me: personView(me),
      other: personView(other),
      supervising: pair.supervisorId === actor.personId,
      seq: await tx.pairs.seq(pair.id),
      now,
      zone: me.zone,
      items: items.map((item) => ({
        ...item,
        shows: standing.find((one) => one.id === item.standingId)?.shows ?? null,
      })),
      jottings: (await tx.preparations.ofMeeting(meeting.id, actor.personId)).map((one) => ({
        id: one.id,
        text: one.text,
        at: one.at,
        sharedItemId: one.sharedItemId,
      })),
      points: points.map((point) => ({ ...point })),
      lastActions: actionsForMeeting(lastActionsOf(file.actions, meeting, before), null).map((action) =>
        actionView(action, file.today),
      ),
      newActions: raised.map((action) => actionView(action, file.today)),
      lastMeeting: before === undefined ? null : { id: before.id, start: before.start },
      nextMeeting: after === undefined ? null : { id: after.id, start: after.start, end: after.end },
      coverage: {
        clause: clauseOfKind(pack, 'coverage'),
        topics: topics.map((topic) => ({
          topicId: topic.id,
          title: topic.title,
          prompts: [...topic.prompts],
          measures: topic.measures ?? false,
          covered: covered.get(topic.id)?.covered ?? false,
          by: covered.get(topic.id)?.by ?? null,
        })),
      },
      measures: (await tx.measures.ofPair(pair.id)).map(measureView),
      cadence: findingsOf(pack, file).find((finding) => finding.kind === 'cadence') ?? null,
      summaryMail: { asked: clauseOfKind(pack, 'summary-mail') !== null, clause: clauseOfKind(pack, 'summary-mail') },
      deliveries: file.effects.filter(own).map(deliveryView),
    };
  });
}
