import type { ResponseOf } from '#contract/api.ts';
import { useRoute } from '../../api/use-route.ts';

/** What skipping a meeting would mean, as far as it is known. */
export interface Ahead {
  readonly data: ResponseOf<'skipAhead'> | undefined;
  readonly error: Error | null;
}

/** Asks what skipping a meeting would mean, once somebody thinks of it. */
export function useSkipAhead(meetingId: string, isWanted: boolean): Ahead {
  return useRoute('skipAhead', { params: { meetingId }, enabled: isWanted });
}
