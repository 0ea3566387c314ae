import type { UseQueryResult } from '@tanstack/react-query';
import type { SignOffResponse } from '#contract/sign-off.ts';
import { useRoute } from '../../api/use-route.ts';

/** How far the signing of a closed record is. */
export function useSignOff(meetingId: string): UseQueryResult<SignOffResponse> {
  return useRoute('signOff', { params: { meetingId } });
}
