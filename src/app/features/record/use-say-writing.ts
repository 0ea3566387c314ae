import { useCallback, useRef } from 'react';
import { useConnection } from '../../api/connection.ts';

const pauseMilliseconds = 2000;

/** Lets the other know that somebody types here, at most every two seconds. Nothing depends on it arriving. */
export function useSayWriting(meetingId: string): () => void {
  const { callApi } = useConnection();
  const saidAt = useRef(0);
  return useCallback(() => {
    if (Date.now() - saidAt.current < pauseMilliseconds) return;
    saidAt.current = Date.now();
    callApi('sayWriting', { params: { meetingId } }).catch(() => undefined);
  }, [callApi, meetingId]);
}
