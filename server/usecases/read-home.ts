import { actionsForMeeting } from '#core/actions/action-life.ts';
import type { Meeting } from '#core/meeting/meeting.ts';
import type { Actor } from '#core/people/person.ts';
import { localDateOf } from '#core/time.ts';
import { closedRecords } from './closed-records.ts';
import { loadPairFiles } from './load-pair-files.ts';
import type { Needs } from './needs.ts';
import { recordsToSign } from './records-to-sign.ts';
import { isBeingWritten, recordsToWriteUp, writeUpsOf } from './records-to-write-up.ts';
import { nextOf, pairLine } from './pair-line.ts';
import { findingsOfPairs } from './read-standing.ts';
import { syncDirectory, type DirectoryMemory } from './sync-directory.ts';
import { actionView, deliveryView, meetingLine } from './views.ts';

/** Home: what is today, my people, my own one-to-ones, what I do, what is done for me. */
export async function readHome(
  needs: Pick<Needs, 'store' | 'clock' | 'ids' | 'directory' | 'policies' | 'packs'> & {
    readonly memory: DirectoryMemory;
  },
  actor: Actor,
) {
  const directory = await syncDirectory(needs, actor);
  const packFor = await needs.packs(actor.tenantId);
  const now = needs.clock.now();
  return needs.store.asPerson(actor, async (tx) => {
    const me = (await tx.people.find([actor.personId]))[0];
    const zone = me?.zone ?? 'UTC';
    const today = localDateOf(now, zone);
    const pairs = (await tx.pairs.ofPerson(actor.personId)).filter((pair) => pair.to === null || pair.to >= today);
    const isToday = ({ state, start }: Meeting): boolean =>
      (state === 'open' || state === 'planned') && localDateOf(start, zone) === today;
    const shown = (meetings: readonly Meeting[]): Meeting[] => {
      const around = [meetings.findLast(({ state }) => state === 'closed'), nextOf({ meetings, now })];
      return meetings.filter((meeting) => around.includes(meeting) || isToday(meeting));
    };
    const [{ files, people }, seqs, findings] = await Promise.all([
      loadPairFiles(tx, pairs, { zone, now }, shown),
      tx.pairs.seqs(actor.personId),
      findingsOfPairs(tx, pairs, packFor, now),
    ]);
    const rows = await Promise.all(
      files.map(async (file) => {
        const pack = await needs.policies.packFor(actor.tenantId, file.employee);
        const stands = findings.get(file.pair.id) ?? [];
        return { pack, file, line: pairLine(pack, file, stands, people, actor.personId, seqs[file.pair.id] ?? 0) };
      }),
    );
    const records = await closedRecords(needs, actor, files, people);
    const writeUps = await writeUpsOf(tx, records);
    const todays = rows.flatMap(({ pack, file, line }) =>
      file.meetings.filter(isToday).map((meeting) => ({ pair: line, meeting: meetingLine(pack, meeting, file) })),
    );
    const open = rows.flatMap(({ file, line }) =>
      actionsForMeeting(file.actions, null).map((action) => ({ action, other: line.other })),
    );
    const running = open.filter(({ action }) => action.state === 'open');
    return {
      today: todays.sort((a, b) => (a.meeting.start < b.meeting.start ? -1 : 1)),
      people: rows.filter(({ line }) => line.supervising).map(({ line }) => line),
      mine: rows.filter(({ line }) => !line.supervising).map(({ line }) => line),
      myActions: running
        .filter(({ action }) => action.ownerId === actor.personId)
        .map(({ action, other }) => ({ action: actionView(action, today), other })),
      theirActions: running
        .filter(({ action }) => action.ownerId !== actor.personId)
        .map(({ action, other }) => ({ action: actionView(action, today), other })),
      waiting: files
        .flatMap((file) =>
          file.deliveries.filter((delivery) => delivery.state === 'parked' && delivery.actingId === actor.personId),
        )
        .map(deliveryView),
      toWriteUp: recordsToWriteUp(records, writeUps),
      toSign: await recordsToSign(
        tx,
        records.filter((record) => !isBeingWritten(record, writeUps)),
      ),
      directory,
    };
  });
}
