import { useRoute } from '../../api/use-route.ts';
import type { HostPlace } from '../../host/host.ts';

/** Which meeting a screen in a chat, a meeting or an appointment is about, as far as it is known. */
export interface FoundMeeting {
  readonly meetingId: string | null;
  readonly isLooking: boolean;
  readonly error: Error | null;
  readonly tryAgain: () => void;
}

const linked = /^meetings\/([0-9a-f-]{36})$/;

/** Asks the server by what the host says of the place. The host only hints: the server answers for this person alone. */
export function useFoundMeeting(place: HostPlace, isWanted = true): FoundMeeting {
  const fromLink = linked.exec(place.subPageId ?? '')?.[1] ?? null;
  const { chatId, appointment } = place;
  const eventId = appointment?.eventId ?? null;
  const start = appointment?.start ?? null;
  const request = {
    ...(chatId === null ? {} : { chatId }),
    ...(eventId === null ? {} : { eventId }),
    ...(start === null ? {} : { start }),
  };
  const isEnabled = isWanted && fromLink === null && Object.keys(request).length > 0;
  const { data, error, isPending, refetch } = useRoute('findMeeting', { request, enabled: isEnabled });
  return {
    meetingId: fromLink ?? data?.meetingId ?? null,
    isLooking: isEnabled && isPending,
    error: data === undefined ? error : null,
    tryAgain: () => void refetch(),
  };
}
