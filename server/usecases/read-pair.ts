import { askedBy, groupOf, policyCadence, topicsOf } from '#core/policy/resolve.ts';
import type { Actor } from '#core/people/person.ts';
import { Refusal } from '#core/refusal.ts';
import { localDateOf } from '#core/time.ts';
import { loadPairFiles } from './load-pair-files.ts';
import type { Needs } from './needs.ts';
import { findingView, pairLine } from './pair-line.ts';
import { findingsOfPairs } from './read-standing.ts';
import { pairScope } from './pair-scope.ts';
import { actionView, deliveriesFor, deliveryView, measureView, meetingLine, personView } from './views.ts';

/** One pair as either of the two sees it: what is asked, what was held, what is agreed. @throws Refusal `not-found` */
export async function readPair(
  needs: Pick<Needs, 'store' | 'clock' | 'policies' | 'packs'>,
  actor: Actor,
  input: { readonly pairId: string },
) {
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const { pair } = await pairScope(tx, actor, input.pairId);
    const me = (await tx.people.find([actor.personId]))[0];
    if (me === undefined) throw new Refusal('not-found');
    const { files, people } = await loadPairFiles(tx, [pair], { zone: me.zone, now });
    const file = files[0];
    if (file === undefined) throw new Refusal('not-found');
    const pack = await needs.policies.packFor(actor.tenantId, file.employee);
    const findings = (await findingsOfPairs(tx, [pair], packFor, now)).get(pair.id) ?? [];
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
      pair: pairLine(pack, file, findings, people, actor.personId, await tx.pairs.seq(pair.id)),
      me: personView(me),
      findings: findings.map(findingView),
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
      usual: askedBy(policyCadence(pack, file.employee, { ...pair, extraSupport: null }, file.today)),
      extraSupport: pair.extraSupport,
      arrangements: (await tx.arrangements.ofPair(pair.id)).toReversed(),
      pause: pair.pause,
      deliveries: deliveriesFor(file.deliveries, actor.personId).map(deliveryView),
      policyVersion: pack.version,
      group: groupOf(pack, file.employee)?.title ?? null,
    };
  });
}
