import { useEffect } from 'react';
import { useConnection, type Connection } from '../../api/connection.ts';
import { routeQuery } from '../../api/use-route.ts';
import type { HostPlace } from '../../host/host.ts';
import { hintsOf } from './use-found-meeting.ts';

/** Reads the meeting that a place is about while its surface is still on its way. What fails here, the surface asks again. */
export function useReadAhead(place: HostPlace, isWanted: boolean): void {
  const connection = useConnection();
  useEffect(() => {
    if (isWanted) readAhead(connection, place).catch(() => undefined);
  }, [connection, place, isWanted]);
}

async function readAhead({ callApi, queryClient }: Connection, place: HostPlace): Promise<void> {
  const { fromLink, request } = hintsOf(place);
  if (fromLink === null && Object.keys(request).length === 0) return;
  const found = fromLink ?? (await queryClient.query(routeQuery(callApi, 'findMeeting', { request }))).meetingId;
  if (found !== null) await queryClient.query(routeQuery(callApi, 'meeting', { params: { meetingId: found } }));
}
