import { randomUUID } from 'node:crypto';
import type { Origins } from '#tests/support/person-client.ts';
import { startBareLive } from './bare-live.ts';
import { startBareServer } from './bare-round-trip.ts';
import { byTurns, inTime, median, percentile, rowOf, timeOf, type Row } from './measure.ts';
import { openMeeting } from './open-meeting.ts';

const rounds = { rounds: 60, warmUp: 60 };

/** Edits a line of the record, again and again, each time until the other of the two has it before them. */
async function editing(trial: Origins) {
  const { manager, report, meetingId, pairId } = await openMeeting(trial);
  const pointId = randomUUID();
  const point = { id: pointId, text: 'As it was', itemId: null, topicId: null, mark: null };
  await manager.call('addPoint', { params: { meetingId }, request: point });
  const ending = new AbortController();
  const stream = report.changes(ending.signal);
  await stream.next();
  // As a screen does when it opens.
  await report.call('meeting', { params: { meetingId } });
  const seenBy = async (text: string): Promise<void> => {
    for (;;) {
      const next = await stream.next();
      if (next.done === true) throw new Error('The change stream ended');
      if (next.value.kind !== 'changed' || next.value.pairId !== pairId) continue;
      // The stream brings the meeting along; where it does not, a screen reads it.
      const { points } = next.value.meeting ?? (await report.call('meeting', { params: { meetingId } }));
      if (points.some((one) => one.text === text)) return;
    }
  };
  return {
    edit: (text: string): Promise<number> =>
      timeOf(async () => {
        const changed = manager.call('changePoint', { params: { pointId }, request: { text } });
        await inTime(Promise.all([changed, seenBy(text)]), 'the edit, seen by the other');
      }),
    stop: () => {
      ending.abort();
    },
  };
}

/**
 * An edit from one person's request until it is answered and the other has it, over HTTP: against a round trip to a server that
 * does nothing, and against one that keeps a line in the same kind of database and shows it to a listener.
 */
export async function benchLiveHttp(trial: Origins): Promise<Row[]> {
  const { edit, stop } = await editing(trial);
  const [bare, bareLive] = [await startBareServer(), await startBareLive()];
  try {
    const first = await byTurns(
      () => edit(randomUUID()),
      () => bare.post(),
      rounds,
    );
    const second = await byTurns(
      () => edit(randomUUID()),
      () => bareLive.edit(randomUUID()),
      rounds,
    );
    const slow = { ours: percentile(first.ours, 0.95), baseline: percentile(first.baseline, 0.95) };
    return [
      rowOf(
        'live over HTTP: an edit, seen by the other, against a bare round trip (ms)',
        { ours: median(first.ours), baseline: median(first.baseline) },
        'ratio at most 5',
        (_, ratio) => ratio <= 5,
      ),
      rowOf(
        'live over HTTP: an edit, against a bare server that keeps a line and shows it (ms)',
        { ours: median(second.ours), baseline: median(second.baseline) },
        'ratio at most 5',
        (_, ratio) => ratio <= 5,
      ),
      rowOf('live over HTTP: p95 of an edit (ms)', slow, 'under 300 ms', (ms) => ms < 300),
    ];
  } finally {
    stop();
    await bareLive.close();
    await bare.close();
  }
}
