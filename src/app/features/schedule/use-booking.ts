import { useRef } from 'react';
import type { BookSeriesRequest } from '#contract/series.ts';

type Wanted = Omit<BookSeriesRequest, 'id'>;

/**
 * Gives a booking its identity. The same wish keeps its id however often it is sent, so a repeated press books once; another wish
 * gets another.
 */
export function useBookingId(): (wanted: Wanted) => BookSeriesRequest {
  const last = useRef<{ text: string; id: string } | null>(null);
  return (wanted) => {
    const text = JSON.stringify(wanted);
    if (last.current?.text !== text) last.current = { text, id: crypto.randomUUID() };
    return { id: last.current.id, ...wanted };
  };
}
