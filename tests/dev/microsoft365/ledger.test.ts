import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ledger } from '#server/dev/microsoft365/local/ledger.ts';
import type { LedgerEntry } from '#server/dev/microsoft365/local/ledger.ts';
import { ledgerQuery, readLedger } from '#server/dev/microsoft365/local/ledger-query.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { Collection, Journal } from '#server/dev/microsoft365/tenant/journal.ts';
import type { Json, SignedIn } from './local-microsoft365.ts';
import {
  APP,
  NOW,
  delegated,
  idOf,
  items,
  local,
  mailOf,
  seriesBody,
  signIn,
  startLocal,
} from './local-microsoft365.ts';

let now = NOW;
let m365: Microsoft365;
let priya: SignedIn;
beforeAll(async () => {
  m365 = await startLocal({ now: () => now });
  priya = await signIn(m365, 'priya');
  const duologue = await delegated(m365, 'priya', 'Mail.Send Calendars.ReadWrite');
  const attendees = [{ emailAddress: { address: mailOf('kwame') }, type: 'required' }];
  await duologue('POST', '/me/events', seriesBody({ subject: 'One-to-one', attendees }));
  now += 1_800_000;
  const message = { subject: 'Summary', toRecipients: [{ emailAddress: { address: mailOf('kwame') } }] };
  await duologue('POST', '/me/sendMail', { message });
  await priya.graph('POST', '/me/sendMail', { message: { ...message, subject: 'By hand' } });
});
afterAll(() => m365.close());

async function ask(query: Record<string, string>): Promise<Json[]> {
  return items(await local(m365, 'GET', `/ledger?${new URLSearchParams(query).toString()}`));
}

async function subjects(query: Record<string, string>): Promise<unknown[]> {
  return (await ask(query)).map((one) => `${String(one['kind'])}: ${String(one['subject'])}`);
}

describe('reading the ledger', () => {
  test('by mailbox, kind, person, application, event, time and words', async () => {
    const [kwame, later] = [idOf('kwame'), new Date(now).toISOString()];
    const [invitation] = await ask({ mailbox: kwame, kind: 'invitation' });
    expect({
      kwame: await subjects({ mailbox: kwame, kind: 'invitation,mail-received' }),
      byDuologue: await subjects({ mailbox: kwame, app: APP.clientId, kind: 'mail-received' }),
      byPriya: await subjects({ by: idOf('priya'), kind: 'mail-sent' }),
      event: (await ask({ iCalUId: String(invitation?.['iCalUId']) })).length > 1,
      later: await subjects({ from: later, kind: 'mail-received' }),
      earlier: await subjects({ to: later, kind: 'mail-received' }),
      words: await subjects({ search: 'by HAND received' }),
    }).toEqual({
      kwame: ['invitation: One-to-one', 'mail-received: Summary', 'mail-received: By hand'],
      byDuologue: ['mail-received: Summary'],
      byPriya: ['mail-sent: Summary', 'mail-sent: By hand'],
      event: true,
      later: ['mail-received: Summary', 'mail-received: By hand'],
      earlier: [],
      words: ['mail-received: By hand'],
    });
  });

  test('newest first, a page at a time, with how many there are', async () => {
    const read = (before: string) =>
      local(m365, 'GET', `/ledger?order=newest&top=2&kind=mail-received,mail-sent${before}`);
    const first = await read('');
    const last = items(first).at(-1)?.['seq'];
    const second = await read(`&before=${String(last)}`);
    const numbers = [...items(first), ...items(second)].map((one) => one['seq'] as number);
    expect([first.body['count'], second.body['count'], numbers]).toEqual([
      4,
      2,
      numbers.toSorted((one, other) => other - one),
    ]);
    expect(new Set(numbers).size).toBe(4);
  });

  test('as a file', async () => {
    const answer = await fetch(`${m365.origin}/_local/ledger.json?kind=mail-sent`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=ledger.json');
    expect(((await answer.json()) as Json[]).map((one) => one['subject'])).toEqual(['Summary', 'By hand']);
  });

  test('a question that does not fit is refused', async () => {
    expect((await local(m365, 'GET', '/ledger?mailbx=1')).status).toBe(400);
    expect((await local(m365, 'GET', '/ledger?from=yesterday')).status).toBe(400);
  });

  test('whatever goes wrong with the answers, it is complete', async () => {
    for (const trouble of [{ cut: true, moment: 'after' }, { status: 504, moment: 'after' }, { answer: 'half' }]) {
      await local(m365, 'POST', '/faults', { path: '*/sendMail', ...trouble });
    }
    const message = { subject: 'Despite it all', toRecipients: [{ emailAddress: { address: mailOf('kwame') } }] };
    for (let sent = 0; sent < 3; sent += 1) {
      await priya.graph('POST', '/me/sendMail', { message }).catch(() => undefined);
    }
    await local(m365, 'DELETE', '/faults');
    expect((await ask({ kind: 'mail-received', search: 'despite' })).length).toBe(3);
  });
});

describe('a ledger of 100,000 entries', () => {
  const ledger = new Ledger(
    new Collection<LedgerEntry>('ledger', new Journal(null)),
    () => NOW,
    () => null,
  );
  for (let seq = 0; seq < 100_000; seq += 1) {
    ledger.note({
      kind: seq % 2 === 0 ? 'mail-received' : 'invitation',
      mailbox: `person ${String(seq % 1000)}`,
      by: { personId: null, app: 'app' },
      subject: `Mail ${String(seq)}`,
    });
  }

  /** Milliseconds of the fastest of a few runs: other work on the machine slows the rest. */
  function fastest(work: () => void): number {
    return Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now();
        work();
        return performance.now() - began;
      }),
    );
  }

  test('counts without walking through them', () => {
    expect(ledger.count).toBe(100_000);
    expect(fastest(() => Array.from({ length: 1000 }, () => ledger.count))).toBeLessThan(5);
  });

  test('reads one mailbox, or what is new, in a few milliseconds', () => {
    const mine = ledgerQuery.parse({ mailbox: 'person 7' });
    const fresh = ledgerQuery.parse({ after: '99990' });
    expect(readLedger(ledger, mine).count).toBe(100);
    expect(readLedger(ledger, fresh).value.map((one) => one.seq)).toEqual([
      99_991, 99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998, 99_999, 100_000,
    ]);
    expect(fastest(() => readLedger(ledger, mine))).toBeLessThan(5);
    expect(fastest(() => readLedger(ledger, fresh))).toBeLessThan(5);
  });
});
