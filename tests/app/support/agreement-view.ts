import type { AgreementResponse } from '#contract/agreement.ts';
import { idOf, priya, yusuf } from './views.ts';

/** An agreement both have signed, as the manager reads it. */
export function agreement(part: Partial<AgreementResponse> = {}): AgreementResponse {
  return {
    pairId: idOf(2),
    seq: 1,
    today: '2026-11-26',
    me: priya,
    other: yusuf,
    supervising: true,
    asks: {
      clause: 'C-10',
      title: 'How we meet',
      parts: [
        'frequency',
        'place',
        'duration',
        'notice',
        'agenda-sharing',
        'notes-by',
        'notes-depth',
        'signing',
        'review',
      ],
    },
    most: { weeks: 6, clause: 'C-1' },
    finding: null,
    held: 0,
    inForce: {
      version: 1,
      revision: 5,
      terms: {
        everyWeeks: 5,
        place: 'Room 7',
        minutes: 50,
        noticeDays: 7,
        agendaSharing: { kind: 'days-before', days: 2 },
        notesBy: 'turns',
        notesDepth: 'actions',
        signed: false,
        targetsSetOn: null,
        targetsReviewedOn: null,
        reviewOn: '2027-11-26',
      },
      begunAt: '2026-11-26T09:00:00.000Z',
      begunBy: priya.id,
      signedBySupervisor: '2026-11-26T09:10:00.000Z',
      signedByEmployee: '2026-11-26T09:12:00.000Z',
      packVersion: '1',
      open: [],
    },
    draft: null,
    earlier: [],
    ...part,
  };
}
