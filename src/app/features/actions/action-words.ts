import type { ActionView } from '#contract/actions.ts';
import { isLate } from '#core/actions/action-life.ts';
import { sayDay } from '../../text/dates.ts';
import { say } from '../../text/say.ts';

/** When an action is due or was settled, and whether that day has gone by. */
export function actionWhen(action: ActionView, today: string): { words: string; isLate: boolean } {
  if (action.state === 'done')
    return { words: say('actions.doneOn', { day: settledDay(action, today) }), isLate: false };
  if (action.state === 'dropped')
    return { words: say('actions.droppedOn', { day: settledDay(action, today) }), isLate: false };
  if (action.dueOn === null) return { words: say('actions.noDate'), isLate: false };
  const day = sayDay(action.dueOn, today);
  return isLate(action, today)
    ? { words: say('actions.wasDue', { day }), isLate: true }
    : { words: day, isLate: false };
}

/** How an open action comes back: "came back once"; null for one that has not. */
export function cameBack(action: ActionView): string | null {
  return action.timesCarried > 0 && action.state === 'open'
    ? say('actions.cameBack', { count: action.timesCarried })
    : null;
}

/** Whether the two have looked at an action in a meeting: it is settled, or took a step there. */
export function isLookedAt(action: ActionView, meetingId: string): boolean {
  return (
    action.state !== 'open' ||
    action.history.some((step) => step.meetingId === meetingId && step.change.kind !== 'came-back')
  );
}

function settledDay(action: ActionView, today: string): string {
  return action.settledOn === null ? '' : sayDay(action.settledOn, today);
}
