import { useMemo } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { RequestOf } from '#contract/api.ts';
import { useSend } from '../../api/use-send.ts';

/** The steps in an action's life that a person can take. */
export interface ActionSteps {
  complete(): void;
  reopen(): void;
  setDate(dueOn: string | null): void;
  drop(reason: string): void;
  reword(text: string): void;
}

/** Where a step is sent from: inside a meeting its lane, elsewhere the action's own. */
export function laneOf(action: Pick<ActionView, 'id'>, meetingId: string | null): string {
  return meetingId ?? action.id;
}

/** The steps of one action. `meetingId` says in which meeting they are taken; null: in none. */
export function useActions(action: Pick<ActionView, 'id' | 'pairId'>, meetingId: string | null): ActionSteps {
  const send = useSend(laneOf(action, meetingId), action.pairId);
  const { id } = action;
  return useMemo(() => {
    // What the server says no to stays in the outbox, where it is shown.
    const take = (step: RequestOf<'changeAction'>['step']): void => {
      send('changeAction', crypto.randomUUID(), { params: { actionId: id }, request: { meetingId, step } }).catch(
        () => undefined,
      );
    };
    return {
      complete: () => {
        take({ kind: 'done' });
      },
      reopen: () => {
        take({ kind: 'reopened' });
      },
      setDate: (dueOn) => {
        take({ kind: 'new-date', dueOn });
      },
      drop: (reason) => {
        take({ kind: 'dropped', reason });
      },
      reword: (text) => {
        take({ kind: 'reworded', text });
      },
    };
  }, [send, id, meetingId]);
}
