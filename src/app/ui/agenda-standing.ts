import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { say } from '../text/say.ts';
import type { ShownState } from './StateBadge.tsx';

/** How far a meeting's agenda is, from the reader's side, as state and words. */
export function agendaStanding(
  pair: Pick<PairLine, 'supervising' | 'other'>,
  meeting: Pick<MeetingLine, 'state' | 'agenda' | 'skipped'>,
): { state: ShownState; words: string } {
  const { givenName: name } = pair.other;
  if (meeting.state === 'open') return { state: 'being-prepared', words: say('home.started') };
  if (meeting.state === 'closed') return { state: 'done', words: say('home.held') };
  if (meeting.state === 'missed') return { state: 'missed', words: say('home.missed') };
  if (meeting.state === 'cancelled')
    return { state: 'cancelled', words: meeting.skipped === null ? say('home.cancelled') : say('home.skipped') };
  if (meeting.agenda === 'both') return { state: 'agreed', words: say('home.agreed') };
  if (meeting.agenda === 'none') return { state: 'being-prepared', words: say('home.beingPrepared') };
  return hasAgreed(pair, meeting)
    ? { state: 'waiting', words: say('home.waitingFor', { name }) }
    : { state: 'waiting', words: say('home.waitingForYou') };
}

/** Whether the reader has agreed to the agenda as it stands. */
export function hasAgreed(pair: Pick<PairLine, 'supervising'>, meeting: Pick<MeetingLine, 'agenda'>): boolean {
  return meeting.agenda === 'both' || meeting.agenda === (pair.supervising ? 'supervisor' : 'employee');
}
