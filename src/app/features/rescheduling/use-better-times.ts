import { useRef, useState } from 'react';
import type { BetterTimeView } from '#contract/rescheduling-api.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

/** What can be done about a one-to-one that clashes or comes late. */
export type BetterTimeStep = 'take' | 'suggest' | 'keep';

interface SettledTime {
  readonly better: BetterTimeView;
  readonly step: BetterTimeStep;
}

interface BetterTimeActs {
  readonly act: (better: BetterTimeView, step: BetterTimeStep) => void;
  /** The last one that was settled. */
  readonly settled: SettledTime | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

/** One press: moves a one-to-one, suggests that, puts one in, or leaves it where it is. */
export function useBetterTimeActs(): BetterTimeActs {
  const move = useChange('moveMeeting');
  const putIn = useChange('putInMeeting');
  const suggest = useChange('suggestTime');
  const keep = useChange('keepMeeting');
  const [settled, setSettled] = useState<SettledTime | null>(null);
  // Pressed again, the same offer is the same meeting; another offer is another.
  const ids = useRef(new Map<string, string>());
  const act = (better: BetterTimeView, step: BetterTimeStep): void => {
    const { meetingId, pairId, to, kind } = better;
    const onSuccess = () => {
      setSettled({ better, step });
    };
    if (step === 'keep' || to === null) {
      keep.mutate({ params: { meetingId } }, { onSuccess });
      return;
    }
    const span = { start: to.start, end: to.end };
    if (step === 'suggest') {
      suggest.mutate({ params: { meetingId }, request: span }, { onSuccess });
      return;
    }
    if (better.step === 'put-in') {
      const offer = `${pairId} ${to.start}`;
      const id = ids.current.get(offer) ?? crypto.randomUUID();
      ids.current.set(offer, id);
      putIn.mutate({ params: { pairId }, request: { id, ...span } }, { onSuccess });
      return;
    }
    const reason = kind === 'late' ? say('rescheduling.reasonLate') : say('rescheduling.reasonClash');
    move.mutate({ params: { meetingId }, request: { ...span, reason } }, { onSuccess });
  };
  return {
    act,
    settled,
    isBusy: [move, suggest, putIn, keep].some(({ isPending }) => isPending),
    error: move.error ?? suggest.error ?? putIn.error ?? keep.error,
  };
}
