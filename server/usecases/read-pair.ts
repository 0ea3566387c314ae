import { groupOf, topicsOf } from '#core/policy/resolve.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import { loadPairFiles } from './load-pair-files.ts';
import type { Needs } from './needs.ts';
import { findingsOf, pairLine } from './pair-line.ts';
import { pairScope } from './pair-scope.ts';
import { actionView, deliveriesFor, deliveryView, measureView, meetingLine, personView } from './views.ts';

/** One pair as either of the two sees it: what is asked, what was held, what is agreed. @throws Refusal `not-found` */
export async function readPair(
  needs: Pick<Needs, 'store' | 'clock' | 'policies'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  const pack = await needs.policies.inForce(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const me = (await tx.people.find([actor.personId]))[0];
    if (me === undefined) throw new Refusal('not-found');
    const { files, people } = await loadPairFiles(tx, [pair], { zone: me.zone, now });
    const file = files[0];
    if (file === undefined) throw new Refusal('not-found');
    const given = file.points.flatMap((point) => {
      if (point.mark !== 'praise' && point.mark !== 'support') return [];
      const meeting = file.meetings.find((one) => one.id === point.meetingId);
      if (meeting?.state !== 'closed') return [];
      return [
        {
          meetingId: meeting.id,
          on: localDateOf(meeting.start, me.zone),
          text: point.text,
          mark: point.mark,
          authorId: point.authorId,
        },
      ];
    });
    return {
      pair: pairLine(pack, file, people, actor.personId, await tx.pairs.seq(pair.id)),
      me: personView(me),
      findings: findingsOf(pack, file),
      topics: topicsOf(pack).map((topic) => ({ id: topic.id, title: topic.title })),
      meetings: file.meetings.map((meeting) => meetingLine(pack, meeting, file)).reverse(),
      openActions: file.actions
        .filter((action) => action.state === 'open')
        .map((action) => actionView(action, file.today)),
      settledActions: file.actions
        .filter((action) => action.state !== 'open')
        .map((action) => actionView(action, file.today)),
      measures: (await tx.measures.ofPair(pair.id)).map(measureView),
      support: given.reverse(),
      extraSupport: pair.extraSupport,
      pause: pair.pause,
      deliveries: deliveriesFor(file.deliveries, actor.personId).map(deliveryView),
      policyVersion: pack.version,
      group: groupOf(pack, file.employee)?.title ?? null,
    };
  });
}
