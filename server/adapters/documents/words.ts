import { dayAndMonth, shortDay } from './dates.ts';
import type { LocalDate } from '#core/time-types.ts';

/** Several things in a row: "A, B and C". */
function inARow(things: readonly string[]): string {
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}

/** A title as a sentence of its own: it ends with a full stop unless it ends with something already. */
function asSentence(title: string): string {
  return /[.!?…]$/u.test(title) ? title : `${title}.`;
}

function actionCount(count: number): string {
  if (count === 0) return 'no actions';
  return count === 1 ? '1 action' : `${String(count)} actions`;
}

/** Everything the summary mail says beside what the two said themselves. */
export const summaryWords = {
  subject: (on: LocalDate, actions: number, nextOn: LocalDate | null): string =>
    `Our one-to-one on ${dayAndMonth(on)}: ${actionCount(actions)}${nextOn === null ? '' : `, next on ${dayAndMonth(nextOn)}`}`,
  preview: (actions: number, nextOn: LocalDate | null): string =>
    `We agreed ${actionCount(actions)}.${nextOn === null ? '' : ` We meet next on ${shortDay(nextOn)}.`}`,
  greeting: (givenName: string): string => `Hello ${givenName},`,
  opening: 'Thank you for our one-to-one. Here is what we agreed. You have the whole record in Duologue, and so do I.',
  actions: 'Actions',
  noActions: 'We agreed no actions this time.',
  what: 'What',
  who: 'Who',
  by: 'By',
  you: 'You',
  noDate: 'No date',
  history: (fromOn: LocalDate | null, isNewDate: boolean): string | null => {
    const parts = [...(fromOn === null ? [] : [`from ${dayAndMonth(fromOn)}`]), ...(isNewDate ? ['new date'] : [])];
    return parts.length === 0 ? null : `(${parts.join(', ')})`;
  },
  doneSince: 'Done since last time',
  discussed: 'What we talked about',
  discussedTitles: (titles: readonly string[]): string => titles.map(asSentence).join(' '),
  carried: (titles: readonly string[]): string =>
    `${inARow(titles)} ${titles.length === 1 ? 'moves' : 'move'} to next time.`,
  next: 'Next one-to-one',
  nextAt: (dayAndTimes: string): string => `${dayAndTimes}, in Teams`,
  noNext: 'It is not in the calendar yet.',
  open: 'Open the record',
  sentFor: (name: string, clause: string | null): string =>
    `Sent by Duologue for ${name} when the meeting closed${clause === null ? '' : `, as the one-to-one policy asks (${clause})`}.`,
  noJottings: 'Private jottings are never in this mail.',
};

/** Everything an agenda says beside what the two wrote. */
export const agendaWords = {
  documentName: (on: LocalDate): string => `Agenda ${dayAndMonth(on)}.pdf`,
  title: 'Agenda',
  titleFor: (on: LocalDate): string => `Agenda for ${dayAndMonth(on)}`,
  between: (supervisor: string, employee: string): string => `One-to-one of ${supervisor} and ${employee}`,
  minutes: (minutes: number): string => `${String(minutes)} min`,
  planned: (minutes: number): string => `${String(minutes)} minutes planned`,
  raisedBy: (name: string): string => `raised by ${name}`,
  urgent: 'urgent',
  lookBack: 'Actions to look back on',
  what: 'What',
  who: 'Who',
  by: 'By',
  noDate: 'No date',
  dueBy: (on: LocalDate | null): string => (on === null ? 'no date' : `by ${shortDay(on)}`),
  attached: (name: string): string => `Attached as a document: ${name}`,
  open: 'Open in Duologue',
  otherLetters: 'Some letters or symbols cannot be shown in this document. The agenda in Duologue has them all.',
};
