import type { RequestOf } from '#contract/api.ts';
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

/** What the host says of the meeting a place is about: its id from a link, or what to find it by. */
export function hintsOf({ subPageId, chatId, appointment }: HostPlace): {
  readonly fromLink: string | null;
  readonly request: RequestOf<'findMeeting'>;
} {
  const eventId = appointment?.eventId ?? null;
  const start = appointment?.start ?? null;
  return {
    fromLink: linked.exec(subPageId ?? '')?.[1] ?? null,
    request: {
      ...(chatId === null ? {} : { chatId }),
      ...(eventId === null ? {} : { eventId }),
      ...(start === null ? {} : { start }),
    },
  };
}

/** Asks the server by what the host says of the place. The host only hints: the server answers for this person alone. */
export function useFoundMeeting(place: HostPlace, isWanted = true): FoundMeeting {
  const { fromLink, request } = hintsOf(place);
  const isEnabled = isWanted && fromLink === null && Object.keys(request).length > 0;
  const { data, error, isPending, refetch } = useRoute('findMeeting', { request, enabled: isEnabled });
  return {
    meetingId: fromLink ?? data?.meetingId ?? null,
    isLooking: isEnabled && isPending,
    error: data === undefined ? error : null,
    tryAgain: () => void refetch(),
  };
}
