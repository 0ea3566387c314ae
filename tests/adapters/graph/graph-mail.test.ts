import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingMail } from '#server/ports/mail.ts';
import type { LocalTenant, Someone } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';

let tenant: LocalTenant;
let priya: Someone;
let kwame: Someone;

beforeAll(async () => {
  tenant = await startTenant();
  priya = await tenant.signIn('priya');
  kwame = await tenant.signIn('kwame');
});
afterEach(() => tenant.noFaults());
afterAll(() => tenant.close());

let made = 0;

function mail(change: Partial<OutgoingMail> = {}): OutgoingMail {
  made += 1;
  return {
    effectId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    to: { name: kwame.name, mail: kwame.mail },
    subject: `Our one-to-one on ${String(made)} November`,
    html: '<p>Hello Kwame,</p>',
    ...change,
  };
}

function received(subject: string): unknown[] {
  return tenant.m365
    .ledger()
    .filter(
      (entry) => entry.kind === 'mail-received' && entry.mailbox === kwame.actor.personId && entry.subject === subject,
    );
}

describe('the summary mail on its way', () => {
  it('[OUT-4] leaves the manager for the mailbox of the report, once, and stays in Sent Items', async () => {
    const outgoing = mail();
    await tenant.mail.send(priya.actor, outgoing);
    expect(received(outgoing.subject)).toHaveLength(1);
    const sent = await tenant.look(
      priya,
      `/me/mailFolders/sentitems/messages?$filter=subject eq '${outgoing.subject}'`,
    );
    expect(sent.value).toHaveLength(1);
  });

  it('keeps line breaks in a name or subject from becoming headers', async () => {
    const outgoing = mail({
      subject: 'Our one-to-one\r\nBcc: x@example.org',
      to: { name: 'Kwame\r\nAsante', mail: kwame.mail },
    });
    await tenant.mail.send(priya.actor, outgoing);
    expect(received('Our one-to-one Bcc: x@example.org')).toHaveLength(1);
  });

  it.each([
    ['answered 504 after it left', { status: 504, moment: 'after' }, 1],
    ['cut off after it left', { cut: true, moment: 'after' }, 1],
    ['answered 503 before', { status: 503, retryAfter: 1, moment: 'before' }, 0],
  ])('is in doubt where it was %s, and is not sent again', async (_, fault, arrived) => {
    const outgoing = mail();
    await tenant.fault({ method: 'POST', path: '/v1.0/me/sendMail', ...fault });
    await expect(tenant.mail.send(priya.actor, outgoing)).rejects.toMatchObject({
      code: 'outlook-unavailable',
      details: { ambiguous: true },
    });
    expect(received(outgoing.subject)).toHaveLength(arrived);
  });

  it.each([
    [429, 'outlook-throttled'],
    [403, 'outlook-forbidden'],
    [400, 'outlook-refused'],
  ])('has certainly not gone out where Outlook refused it with %i', async (status, code) => {
    const outgoing = mail();
    await tenant.fault({ method: 'POST', path: '/v1.0/me/sendMail', status, retryAfter: 5 });
    const failure: unknown = await tenant.mail.send(priya.actor, outgoing).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code, details: expect.not.objectContaining({ ambiguous: true }) as unknown });
    expect(received(outgoing.subject)).toHaveLength(0);
  });
});
