import type { Answer, Guest, Invited } from '#core/following/outlook.ts';
import type { Zone } from '#core/time-types.ts';
import type { AttendeeAnswer } from './graph-following-schemas.ts';
import { instantOfOutlook } from './graph-time.ts';

const answers: Readonly<Record<string, Answer>> = {
  accepted: 'accepted',
  tentativelyaccepted: 'tentative',
  declined: 'declined',
};

/** Longest name of somebody else that is kept. */
const longestName = 200;

function sameAddress(one: AttendeeAnswer, mail: string | null): boolean {
  return mail !== null && one.emailAddress?.address?.toLowerCase() === mail.toLowerCase();
}

function answerOf(attendee: AttendeeAnswer | undefined): Answer {
  return answers[attendee?.status?.response?.toLowerCase() ?? ''] ?? 'none';
}

function guestFrom(attendee: AttendeeAnswer): Guest[] {
  const { emailAddress } = attendee;
  const mail = emailAddress?.address ?? '';
  if (mail === '') return [];
  const name = emailAddress?.name ?? '';
  const answer = answerOf(attendee);
  return [
    {
      name: (name === '' ? mail : name).slice(0, longestName),
      mail: mail.slice(0, longestName),
      ...(answer === 'none' ? {} : { answer }),
    },
  ];
}

/** Who is asked besides the organiser. Rooms and equipment are no guests. */
export function invitedFrom(
  attendees: readonly AttendeeAnswer[] | null | undefined,
  attendeeMail: string | null,
  fallback: Zone,
): Invited {
  const people = (attendees ?? []).filter(
    (one) => one.type?.toLowerCase() !== 'resource' && one.status?.response?.toLowerCase() !== 'organizer',
  );
  const other = people.find((one) => sameAddress(one, attendeeMail));
  const proposed = other?.proposedNewTime;
  return {
    isThere: attendeeMail === null || other !== undefined,
    answer: answerOf(other),
    proposal:
      proposed == null
        ? null
        : { start: instantOfOutlook(proposed.start, fallback), end: instantOfOutlook(proposed.end, fallback) },
    guests: people.filter((one) => one !== other).flatMap(guestFrom),
  };
}
