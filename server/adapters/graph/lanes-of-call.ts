import type { Actor } from '#core/people/person.ts';

/** What limits a call: a kind of lane, and whose. The first is the one a refusal is put down to. */
export type LaneNames = readonly {
  readonly kind: 'mailbox' | 'person' | 'outlook' | 'service' | 'installs' | 'chats' | 'messages' | 'activity';
  readonly of: string;
}[];

/** Steps below a person that Outlook answers. */
const outlookSteps = new Set([
  'calendar',
  'calendars',
  'calendarview',
  'events',
  'mailboxsettings',
  'mailfolders',
  'messages',
  'outlook',
  'sendmail',
  'todo',
]);

/** Which of Microsoft's limits a call comes under, from its address alone (docs/decisions/025). */
export function lanesOfCall(actor: Actor, method: string, path: string): LaneNames {
  const { tenantId } = actor;
  const [first = '', second = '', third = ''] = stepsOf(path);
  if (first === 'me' || first === 'users') {
    const personId = first === 'me' ? actor.personId : second;
    const below = first === 'me' ? second : third;
    if (outlookSteps.has(below)) {
      return [
        { kind: 'mailbox', of: `${tenantId}/${personId}` },
        { kind: 'outlook', of: tenantId },
      ];
    }
    if (path.toLowerCase().endsWith('/sendactivitynotification')) return [{ kind: 'activity', of: tenantId }];
    return [
      { kind: 'service', of: `${tenantId}/${below === 'onlinemeetings' ? below : 'directory'}` },
      { kind: 'person', of: `${tenantId}/${personId}` },
    ];
  }
  if (first !== 'chats') return [{ kind: 'service', of: `${tenantId}/${first}` }];
  if (third === 'sendactivitynotification') return [{ kind: 'activity', of: tenantId }];
  if (third === 'messages' && method === 'GET') return [{ kind: 'messages', of: tenantId }];
  const installs = method !== 'GET' && (third === 'installedapps' || third === 'tabs');
  return [{ kind: installs ? 'installs' : 'chats', of: tenantId }];
}

function stepsOf(path: string): string[] {
  const [address = ''] = path.split('?');
  return address
    .toLowerCase()
    .split('/')
    .slice(1, 4)
    .map((step) => step.replace(/[^a-z0-9-].*$/, ''));
}
