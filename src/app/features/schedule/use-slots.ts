import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { SlotsResponse } from '#contract/series.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useConnection } from '../../api/connection.ts';
import type { Need } from './NeedCard.tsx';

const mostOffers = 10;

interface Looking {
  /** To take the place of the running series. */
  readonly instead?: boolean;
  /** The day by which the first meeting is asked for; null: none. */
  readonly firstBy?: LocalDate | null;
}

/** The best recurring times for what is needed. The last answer stays on the screen while a new one is looked for. */
export function useSlots(
  pairId: string,
  { rhythm, minutes, from, months }: Need,
  { instead = false, firstBy = null }: Looking = {},
): UseQueryResult<SlotsResponse> {
  const { callApi } = useConnection();
  const asked = {
    rhythm,
    minutes,
    from,
    ...(instead ? { instead } : {}),
    ...(months === null ? {} : { months }),
    ...(firstBy === null ? {} : { firstBy }),
  };
  return useQuery({
    queryKey: ['findSlots', pairId, asked],
    queryFn: ({ signal }) =>
      callApi('findSlots', { params: { pairId }, request: { ...asked, most: mostOffers }, signal }),
    placeholderData: keepPreviousData,
    // Calendars change without telling: looked at anew each time the page is opened.
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
