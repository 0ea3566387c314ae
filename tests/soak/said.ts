import type { ResponseOf } from '#contract/api.ts';
import type { PlayedPair, Player, Said } from './played-pair.ts';

type MeetingView = ResponseOf<'meeting'>;
type PairView = ResponseOf<'pair'>;

/** How far an item may have been handed on from meeting to meeting. */
const longestWay = 60;

/** Reads meetings once each, whoever asks. */
function readerOf(reads: Map<string, Promise<MeetingView>>) {
  return (by: Player, meetingId: string): Promise<MeetingView> => {
    const key = `${by.personId} ${meetingId}`;
    const reading = reads.get(key) ?? by.call('meeting', { params: { meetingId } });
    reads.set(key, reading);
    return reading;
  };
}

/** Where an item is now: null when it is right, else what is wrong with it. */
async function wrongWithItem(
  { by, meetingId, text }: Said,
  read: ReturnType<typeof readerOf>,
  pair: PairView,
  now: string,
): Promise<string | null> {
  let at = meetingId;
  for (let steps = 0; steps < longestWay; steps += 1) {
    const view = await read(by, at);
    const item =
      [...view.items, ...view.adjourned].find(({ title, wentTo }) => title === text && wentTo !== null) ??
      view.items.find(({ title }) => title === text);
    if (item === undefined) return `is not on ${at}, which is ${view.meeting.state}`;
    if (item.wentTo !== null) {
      at = item.wentTo.meetingId;
      continue;
    }
    const isLeft = view.meeting.state === 'cancelled' || view.meeting.state === 'missed';
    const next = pair.meetings.find(
      ({ kind, state, start }) =>
        kind === 'one-to-one' && state === 'planned' && start > now && start > view.meeting.start,
    );
    if (isLeft && item.state === 'open' && next !== undefined) return `stays on ${at}, which is ${view.meeting.state}`;
    return null;
  }
  return 'goes round in circles';
}

/** Everything of these that Duologue no longer shows where it belongs. */
export async function lostOf(pair: PlayedPair, view: PairView, said: readonly Said[], now: string): Promise<string[]> {
  const read = readerOf(new Map());
  const lost: string[] = [];
  for (const one of said) {
    const wrong = await wrongWith(one, read, view, now);
    if (wrong !== null) lost.push(`${pair.key}: ${one.kind} “${one.text}” ${wrong}`);
  }
  return lost;
}

async function wrongWith(
  one: Said,
  read: ReturnType<typeof readerOf>,
  pair: PairView,
  now: string,
): Promise<string | null> {
  const { kind, text, by, meetingId } = one;
  if (kind === 'item') return wrongWithItem(one, read, pair, now);
  if (kind === 'action') {
    const known = [...pair.openActions, ...pair.settledActions].some((action) => action.text === text);
    return known ? null : 'is gone';
  }
  const view = await read(by, meetingId);
  const texts = (kind === 'jotting' ? view.jottings : view.points).map((shown) => shown.text);
  return texts.includes(text) ? null : `is not on ${meetingId}, which is ${view.meeting.state}`;
}
