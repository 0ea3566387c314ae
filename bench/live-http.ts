import { randomUUID } from 'node:crypto';
import type { Origins } from '#tests/support/person-client.ts';
import { startBareServer } from './bare-round-trip.ts';
import { byTurns, inTime, median, percentile, rowOf, timeOf, type Row } from './measure.ts';
import { openMeeting } from './open-meeting.ts';

/** An action from one person's request until the other, told of it, has read it; against a round trip to a bare server. */
export async function benchLiveHttp(trial: Origins): Promise<Row[]> {
  const { manager, report, meetingId, pairId } = await openMeeting(trial);
  const bare = await startBareServer();
  const ending = new AbortController();
  const stream = report.changes(ending.signal);
  await stream.next();
  const seenBy = async (id: string): Promise<void> => {
    for (;;) {
      const next = await stream.next();
      if (next.done === true) throw new Error('The change stream ended');
      if (next.value.kind !== 'changed' || next.value.pairId !== pairId) continue;
      const { newActions } = await report.call('meeting', { params: { meetingId } });
      if (newActions.some((one) => one.id === id)) return;
    }
  };
  const capture = (): Promise<number> =>
    timeOf(async () => {
      const id = randomUUID();
      const request = {
        id,
        text: 'Send the figures',
        ownerId: report.personId,
        dueOn: null,
        itemId: null,
        topicId: null,
      };
      const added = manager.call('addAction', { params: { meetingId }, request });
      await inTime(Promise.all([added, seenBy(id)]), 'the action, read by the other');
    });
  try {
    const { ours, baseline } = await byTurns(capture, () => bare.post(), { rounds: 40, warmUp: 10 });
    const [middle, slow] = [median(baseline), percentile(baseline, 0.95)];
    return [
      rowOf(
        'live over HTTP: median (ms)',
        { ours: median(ours), baseline: middle },
        'ratio at most 5',
        (_, r) => r <= 5,
      ),
      rowOf(
        'live over HTTP: p95 (ms)',
        { ours: percentile(ours, 0.95), baseline: slow },
        'under 300 ms',
        (ms) => ms < 300,
      ),
    ];
  } finally {
    ending.abort();
    await bare.close();
  }
}
