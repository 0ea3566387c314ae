import type { RateId } from './limit-settings.ts';

/** A request as far as limits look at it. */
export interface CountedRequest {
  method: string;
  /** Below `/v1.0`, without the query. */
  path: string;
  appId: string;
  /** Whose token it is; null for an application by itself. */
  callerId: string | null;
  isNarrowed: boolean;
  bytes: number;
}

/** What a request counts towards: which rates and how much, and whose mailbox it occupies, as its address names it. */
export interface RequestCost {
  /** The person as named in the address, `me`, or null when no mailbox is asked. */
  mailbox: string | null;
  rates: readonly (readonly [RateId, number])[];
}

/** Steps below a person that Outlook answers; everything else below a person is the directory's or Teams'. */
const OUTLOOK_STEPS = new Set([
  'calendar',
  'calendars',
  'calendargroups',
  'calendarview',
  'events',
  'findmeetingtimes',
  'inferenceclassification',
  'mailboxsettings',
  'mailfolders',
  'messages',
  'outlook',
  'people',
  'contacts',
  'photo',
  'photos',
  'reminderview',
  'getmailtips',
  'sendmail',
  'todo',
]);

/** Works out what a request counts towards, from its address alone. */
export function requestCost(request: CountedRequest): RequestCost {
  const steps = request.path.split('/', 5);
  const first = (steps[1] ?? '').toLowerCase();
  if (first === 'me' || first === 'users') {
    const [owner = 'me', below = ''] = first === 'me' ? ['me', steps[2]] : [steps[2], steps[3]];
    const service = (/^[a-z]+/.exec(below.toLowerCase()) ?? [''])[0];
    if (OUTLOOK_STEPS.has(service)) {
      return { mailbox: owner, rates: outlookRates(request) };
    }
    return { mailbox: null, rates: peopleRates(request, service) };
  }
  return { mailbox: null, rates: chatRates(request, first, (steps[3] ?? '').toLowerCase()) };
}

function outlookRates({ method, bytes }: CountedRequest): RequestCost['rates'] {
  return method === 'GET' || bytes === 0
    ? [
        ['all-requests', 1],
        ['mailbox-requests', 1],
      ]
    : [
        ['all-requests', 1],
        ['mailbox-requests', 1],
        ['mailbox-upload', bytes],
      ];
}

function peopleRates(request: CountedRequest, service: string): RequestCost['rates'] {
  if (request.path.toLowerCase().endsWith('/sendactivitynotification')) {
    return [
      ['all-requests', 1],
      ['activity-notifications', 1],
    ];
  }
  if (service === 'onlinemeetings' || service === 'presence' || service === 'teamwork' || service === 'chats') {
    return [['all-requests', 1]];
  }
  // A list of people costs two units and one person one; choosing properties saves one, to no less than one.
  const isList = /^\/users\/?$/i.test(request.path);
  return [
    ['all-requests', 1],
    ['directory', isList && !request.isNarrowed ? 2 : 1],
  ];
}

function chatRates({ method }: CountedRequest, first: string, below: string): RequestCost['rates'] {
  const kind = ((): RateId | null => {
    if (below === 'sendactivitynotification') return 'activity-notifications';
    if (first === 'appcatalogs') return 'teams-other';
    if (first !== 'chats') return null;
    if (below === 'messages' && method === 'GET') return 'chat-messages';
    return method !== 'GET' && (below === 'installedapps' || below === 'tabs') ? 'teams-installs' : 'teams-other';
  })();
  return kind === null
    ? [['all-requests', 1]]
    : [
        ['all-requests', 1],
        [kind, 1],
      ];
}
