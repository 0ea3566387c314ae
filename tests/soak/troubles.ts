import type { FaultDescription } from '#server/dev/microsoft365/local/fault-description.ts';
import type { House } from './house.ts';
import type { PlayedPair } from './played-pair.ts';

type Trouble = { readonly words: string } & Partial<FaultDescription> & Pick<FaultDescription, 'path'>;

/** What goes wrong between Duologue and Microsoft 365 while people do what they do. It never strikes Outlook itself. */
const troubles: readonly Trouble[] = [
  { words: 'answers to what is made are lost', method: 'POST', path: '*/events', cut: true, moment: 'after' },
  { words: 'answers to changes are lost', method: 'PATCH', path: '*/events/*', cut: true, moment: 'after' },
  {
    words: 'a change is made and answered with 504',
    method: 'PATCH',
    path: '*/events/*',
    status: 504,
    moment: 'after',
  },
  { words: 'the answer to a cancellation is lost', method: 'POST', path: '*/cancel', cut: true, moment: 'after' },
  {
    words: 'changes are refused for a while',
    method: 'PATCH',
    path: '*/events/*',
    status: 429,
    retryAfter: 20,
    times: 2,
  },
  { words: 'nothing can be read for a while', method: 'GET', path: '/v1.0/*', status: 503, retryAfter: 5, times: 3 },
  { words: 'the answer to the mail is lost', method: 'POST', path: '*/sendMail', cut: true, moment: 'after' },
  { words: 'notifications are lost', path: '/notifications/events/*', copies: 0, times: 'always' },
  { words: 'notifications come three times', path: '/notifications/events/*', copies: 3, times: 'always' },
  { words: 'notifications come in another order', path: '/notifications/events/*', reorder: 4, times: 'always' },
];

/** So many turns of a hundred have their trouble. */
const troubledShare = 25;

function control({ started }: House, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${started.trial.microsoft365.origin}/_local${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Switches on what goes wrong for this pair in this turn. @returns false: nothing, as mostly */
export async function makeTrouble(house: House, pair: PlayedPair): Promise<boolean> {
  const trouble = pair.dice.chance(troubledShare) ? pair.dice.one(troubles) : undefined;
  if (trouble === undefined) return false;
  const { words, ...fault } = trouble;
  pair.steps.push(`${house.now().slice(0, 16)} from here on in this turn ${words}`);
  await control(house, 'POST', '/faults', { ...fault, name: words, app: house.appId, person: pair.manager.personId });
  return true;
}

export async function endTroubles(house: House): Promise<void> {
  await control(house, 'DELETE', '/faults');
}
