import type { Actor } from '#core/people/person.ts';
import type { Point, PointMark } from '#core/record/point.ts';
import { Refusal } from '#core/refusal.ts';
import type { Transaction } from '../ports/store.ts';
import type { Needs } from './needs.ts';
import { meetingForAct, meetingScope, type MeetingScope } from './pair-scope.ts';
import { meetingForWriting, requireWriting } from './write-up.ts';

type RecordNeeds = Pick<Needs, 'store' | 'clock' | 'policies'>;

/** An item named in a request must stand on this meeting's agenda. @throws Refusal `not-found` */
export async function requireItem(tx: Transaction, meetingId: string, itemId: string | null): Promise<void> {
  if (itemId === null) return;
  const item = await tx.agendas.find(itemId);
  if (item?.meetingId !== meetingId) throw new Refusal('not-found', { what: 'item' });
}

/** Adds a line to the record. The same id again changes nothing. @throws Refusal `meeting-not-open`, `not-found`, `duplicate-id` */
export async function addPoint(
  needs: RecordNeeds,
  actor: Actor,
  input: {
    readonly meetingId: string;
    readonly id: string;
    readonly text: string;
    readonly itemId: string | null;
    readonly topicId: string | null;
    readonly sectionId?: string | null | undefined;
    readonly mark: PointMark | null;
    readonly behaviourId?: string | null | undefined;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const [{ meeting, pair }, known] = await Promise.all([
      meetingForWriting(tx, needs, actor, input.meetingId, 'add-point'),
      tx.records.findPoint(input.id),
      requireItem(tx, input.meetingId, input.itemId),
    ]);
    if (known?.meetingId === meeting.id) return { seq: await tx.pairs.seq(pair.id) };
    const point: Point = {
      id: input.id,
      meetingId: meeting.id,
      itemId: input.itemId,
      topicId: input.topicId,
      sectionId: input.sectionId ?? null,
      authorId: actor.personId,
      text: input.text,
      mark: input.mark,
      behaviourId: input.behaviourId ?? null,
      at: needs.clock.now(),
    };
    const [seq] = await Promise.all([
      tx.changed(pair.id, 'point-added'),
      tx.records.savePoint(point, pair.id),
      // What stands under a heading says that it applies after all (FORM-6).
      point.sectionId === null ? null : tx.forms.removeNotApplicable(meeting.id, point.sectionId),
    ]);
    return { seq };
  });
}

async function ownPoint(
  tx: Transaction,
  needs: RecordNeeds,
  actor: Actor,
  pointId: string,
): Promise<{ readonly point: Point; readonly scope: MeetingScope }> {
  const [, point] = await Promise.all([tx.pairs.lockOf('point', pointId), tx.records.findPoint(pointId)]);
  if (point === null) throw new Refusal('not-found');
  const scope = await meetingScope(tx, actor, point.meetingId);
  await requireWriting(tx, needs, actor, scope, 'edit-point');
  if (point.authorId !== actor.personId) throw new Refusal('only-author');
  return { point, scope };
}

/** @throws Refusal `only-author`, `meeting-closed`, `not-found` */
export async function changePoint(
  needs: RecordNeeds,
  actor: Actor,
  input: {
    readonly pointId: string;
    readonly text?: string | undefined;
    readonly mark?: PointMark | null | undefined;
    readonly behaviourId?: string | null | undefined;
    readonly sectionId?: string | null | undefined;
  },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { point, scope } = await ownPoint(tx, needs, actor, input.pointId);
    const text = input.text ?? point.text;
    const mark = input.mark === undefined ? point.mark : input.mark;
    const behaviourId = input.behaviourId === undefined ? point.behaviourId : input.behaviourId;
    const sectionId = input.sectionId === undefined ? point.sectionId : input.sectionId;
    const [seq] = await Promise.all([
      tx.changed(scope.pair.id, 'point-changed'),
      tx.records.savePoint({ ...point, text, mark, behaviourId, sectionId }, scope.pair.id),
    ]);
    return { seq };
  });
}

/** @throws Refusal `only-author`, `meeting-closed`, `not-found` */
export async function removePoint(needs: RecordNeeds, actor: Actor, input: { readonly pointId: string }) {
  return needs.store.asPerson(actor, async (tx) => {
    const { point, scope } = await ownPoint(tx, needs, actor, input.pointId);
    await tx.records.removePoint(point.id);
    return { seq: await tx.changed(scope.pair.id, 'point-removed') };
  });
}

/** Says that a topic was talked about, or takes that back, without writing a line about it (OUT-2). @throws Refusal `meeting-not-open` */
export async function coverTopic(
  needs: RecordNeeds,
  actor: Actor,
  input: { readonly meetingId: string; readonly topicId: string; readonly covered: boolean },
) {
  return needs.store.asPerson(actor, async (tx) => {
    const { meeting, pair } = await meetingForAct(tx, actor, input.meetingId, 'tick');
    if (input.covered)
      await tx.records.saveTick(
        { meetingId: meeting.id, topicId: input.topicId, by: actor.personId, at: needs.clock.now() },
        pair.id,
      );
    else await tx.records.removeTick(meeting.id, input.topicId);
    return { seq: await tx.changed(pair.id, 'topic-covered') };
  });
}
