import type { FaultPreset } from './fault-preset.ts';

const SEND = { method: 'POST', path: '*/sendMail' } as const;
const NEW_EVENT = { method: 'POST', path: '*/events' } as const;
const CHANGED_EVENT = { method: 'PATCH', path: '*/events/*' } as const;
const CHAT_APPS = { method: 'POST', path: '/v1.0/chats/*/installedApps' } as const;

/** What can go wrong when a mail is sent. */
export const mailTroubles: readonly FaultPreset[] = [
  {
    id: 'mail-answer-lost',
    group: 'Mail',
    name: 'Outlook accepts the mail but the answer is lost',
    words: 'It is sent once; the connection is cut before anybody hears so.',
    faults: [{ ...SEND, cut: true, moment: 'after' }],
  },
  {
    id: 'mail-timeout-after',
    group: 'Mail',
    name: 'Outlook sends the mail, then answers 504',
    words: 'Trying again would send it twice.',
    faults: [{ ...SEND, status: 504, moment: 'after' }],
  },
  {
    id: 'mail-throttled',
    group: 'Mail',
    name: 'Outlook refuses the mail for ten seconds',
    words: '429 with Retry-After: nothing was sent, and it may be tried again.',
    faults: [{ ...SEND, status: 429, retryAfter: 10 }],
  },
  {
    id: 'mail-accepted-wait',
    group: 'Mail',
    name: 'Outlook takes the mail and asks to wait',
    words: '202 with Retry-After, as has been seen: it was taken, and trying again sends it twice.',
    faults: [{ ...SEND, status: 202, answer: 'empty', retryAfter: 10, moment: 'after' }],
  },
  {
    id: 'mail-refused',
    group: 'Mail',
    name: 'The mailbox may not send',
    words: '403 until this is removed.',
    faults: [{ ...SEND, status: 403, times: 'always' }],
  },
];

/** What can go wrong with calendars. */
export const timeTroubles: readonly FaultPreset[] = [
  {
    id: 'series-answer-lost',
    group: 'Calendar',
    name: 'The series is booked but the answer is lost',
    words: 'One invitation went out; asking again with the same transaction id must not send another.',
    faults: [{ ...NEW_EVENT, cut: true, moment: 'after' }],
  },
  {
    id: 'series-timeout-after',
    group: 'Calendar',
    name: 'The series is booked, then Outlook answers 504',
    words: 'As before, with an answer that says nothing.',
    faults: [{ ...NEW_EVENT, status: 504, moment: 'after' }],
  },
  {
    id: 'calendar-busy',
    group: 'Calendar',
    name: 'The mailbox has too much to do, three times',
    words: '429 without Retry-After, as has been seen.',
    faults: [
      {
        path: '*/events*',
        status: 429,
        message: 'Application is over its MailboxConcurrency limit.',
        times: 3,
      },
    ],
  },
  {
    id: 'agenda-answer-lost',
    group: 'Calendar',
    name: 'The agenda reaches Outlook but the answer is lost',
    words: 'Each update mails the other person: it must be found out, not sent again.',
    faults: [{ ...CHANGED_EVENT, cut: true, moment: 'after' }],
  },
  {
    id: 'event-conflict',
    group: 'Calendar',
    name: 'Somebody else changed the event meanwhile',
    words: '409 ErrorIrresolvableConflict: read again, then change.',
    faults: [{ ...CHANGED_EVENT, status: 409, code: 'ErrorIrresolvableConflict' }],
  },
  {
    id: 'event-gone',
    group: 'Calendar',
    name: 'The event is gone from Outlook',
    words: '404 until this is removed; nothing may be booked again in silence.',
    faults: [{ path: '*/events/*', status: 404, times: 'always' }],
  },
  {
    id: 'free-busy-down',
    group: 'Calendar',
    name: 'Nobody can say who is free',
    words: 'getSchedule answers 503 until this is removed.',
    faults: [{ method: 'POST', path: '*/getSchedule', status: 503, times: 'always' }],
  },
];

/** What can go wrong with apps, tabs and the activity feed. */
export const appTroubles: readonly FaultPreset[] = [
  {
    id: 'install-answer-lost',
    group: 'Teams',
    name: 'The app is put into the chat but the answer is lost',
    words: 'Asking again meets 409, which means that it is done.',
    faults: [{ ...CHAT_APPS, cut: true, moment: 'after' }],
  },
  {
    id: 'install-throttled',
    group: 'Teams',
    name: 'Teams refuses installs for a minute',
    words: '429 with Retry-After 60, as Teams has been seen to ask.',
    faults: [{ ...CHAT_APPS, status: 429, code: 'TooManyRequests', retryAfter: 60 }],
  },
  {
    id: 'chat-gone',
    group: 'Teams',
    name: 'The chat of the meeting is gone',
    words: '404 for everything about chats until this is removed.',
    faults: [{ path: '/v1.0/chats/*', status: 404, code: 'NotFound', times: 'always' }],
  },
  {
    id: 'feed-down',
    group: 'Teams',
    name: 'The activity feed takes nothing',
    words: '503 for notifications until this is removed.',
    faults: [{ method: 'POST', path: '*/sendActivityNotification', status: 503, times: 'always' }],
  },
];
