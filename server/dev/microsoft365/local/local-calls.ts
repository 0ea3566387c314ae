import { z } from 'zod';
import { entraCalls } from '../entra/entra-calls.ts';
import { limitChange } from '../limits/limit-settings.ts';
import { deliveryChange } from '../subscriptions/delivery-settings.ts';
import { lifecycleEvents } from '../subscriptions/parcel.ts';
import { faultDescription } from './fault-description.ts';
import { presetChoice } from './fault-preset.ts';
import { ledgerQuery } from './ledger-query.ts';

/** Which subscriptions are to be told something about themselves; all when nothing is said. */
export const lifecycleRequest = z.strictObject({
  event: z.enum(lifecycleEvents),
  subscription: z.string().optional(),
  person: z.string().optional(),
  app: z.string().optional(),
});

interface LocalCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  words: string;
  body?: z.ZodType;
  query?: z.ZodType;
}

const calls: readonly LocalCall[] = [
  { method: 'GET', path: '/_local', words: 'This description.' },
  { method: 'GET', path: '/_local/clock', words: 'The one clock, and a number that rises with every change.' },
  { method: 'GET', path: '/_local/people', words: 'Everybody in the directory.' },
  { method: 'GET', path: '/_local/apps', words: 'The application under trial.' },
  { method: 'GET', path: '/_local/faults', words: 'Faults switched on, with what they struck.' },
  { method: 'POST', path: '/_local/faults', words: 'Switches a fault on.', body: faultDescription },
  { method: 'DELETE', path: '/_local/faults', words: 'Switches all faults off.' },
  { method: 'DELETE', path: '/_local/faults/{id}', words: 'Switches one fault off.' },
  { method: 'GET', path: '/_local/presets', words: 'Troubles in plain words, ready to switch on.' },
  { method: 'POST', path: '/_local/presets/{id}', words: 'Switches on the faults of a trouble.', body: presetChoice },
  { method: 'GET', path: '/_local/limits', words: 'Limits in force, what is used, what was refused.' },
  { method: 'POST', path: '/_local/limits', words: 'Changes limits; what is left out stays.', body: limitChange },
  { method: 'DELETE', path: '/_local/limits', words: 'Back to what Microsoft publishes, nothing counted.' },
  { method: 'GET', path: '/_local/deliveries', words: 'Subscriptions, and how notifications were delivered.' },
  { method: 'POST', path: '/_local/deliveries', words: 'Changes how they are delivered.', body: deliveryChange },
  { method: 'DELETE', path: '/_local/deliveries', words: 'Delivers as at the start again.' },
  { method: 'POST', path: '/_local/deliveries/run', words: 'Sends what is due and waits for the answers.' },
  {
    method: 'POST',
    path: '/_local/deliveries/lifecycle',
    words: 'Tells receivers about their subscriptions.',
    body: lifecycleRequest,
  },
  { method: 'GET', path: '/_local/ledger', words: 'What mailboxes and chats really received.', query: ledgerQuery },
  { method: 'GET', path: '/_local/ledger.json', words: 'The same as a file.', query: ledgerQuery },
  ...entraCalls,
];

/** The controls as machines read them: each call with the JSON Schema of what it takes. */
export function localCalls(): unknown {
  const schema = (type: z.ZodType | undefined) =>
    type === undefined ? undefined : z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  return {
    documentation: 'docs/local-microsoft-365.md, sections Entra, and Limits and faults',
    calls: calls.map(({ body, query, ...call }) => ({ ...call, body: schema(body), query: schema(query) })),
  };
}
