import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { LocalTenant } from './local-tenant.ts';
import { startTenant } from './local-tenant.ts';
import { invitationFor } from './series-invitation.ts';

const started: LocalTenant[] = [];

afterEach(async () => {
  await Promise.all(started.map((one) => one.noFaults()));
});
afterAll(async () => {
  await Promise.all(started.map((one) => one.close()));
});

async function bookedChat(
  joinLinks: 'long' | 'short',
): Promise<{ tenant: LocalTenant; joinUrl: string; priya: Awaited<ReturnType<LocalTenant['signIn']>> }> {
  const tenant = await startTenant({ joinLinks });
  started.push(tenant);
  const [priya, kwame] = [await tenant.signIn('priya'), await tenant.signIn('kwame')];
  const { joinUrl } = await tenant.calendar.createSeries(priya.actor, invitationFor(kwame));
  return { tenant, priya, joinUrl: joinUrl ?? '' };
}

function installations(tenant: LocalTenant): unknown[] {
  return tenant.m365.ledger().filter((entry) => entry.kind === 'app-installed');
}

describe('the chat of a meeting', () => {
  it.each(['long', 'short'] as const)('is found by a %s join address, and gets Duologue once', async (joinLinks) => {
    const { tenant, priya, joinUrl } = await bookedChat(joinLinks);
    const chatId = await tenant.meetingChat.findChat(priya.actor, joinUrl);
    expect(chatId).toMatch(/^19:meeting_/);
    await tenant.meetingChat.install(priya.actor, chatId ?? '');
    await tenant.meetingChat.install(priya.actor, chatId ?? '');
    expect(installations(tenant)).toHaveLength(1);
  });

  it('is null where Teams does not know the address', async () => {
    const { tenant, priya } = await bookedChat('long');
    expect(
      await tenant.meetingChat.findChat(priya.actor, "https://teams.microsoft.com/meet/it's?p=nowhere"),
    ).toBeNull();
  });

  it('takes it for done where somebody was faster', async () => {
    const { tenant, priya, joinUrl } = await bookedChat('long');
    const chatId = (await tenant.meetingChat.findChat(priya.actor, joinUrl)) ?? '';
    await tenant.fault({ method: 'POST', path: '/v1.0/chats/*/installedApps', moment: 'after', status: 504 });
    await expect(tenant.meetingChat.install(priya.actor, chatId)).rejects.toMatchObject({
      details: { ambiguous: true },
    });
    await tenant.fault({ method: 'GET', path: '/v1.0/chats/*/installedApps', status: 200, body: { value: [] } });
    await tenant.meetingChat.install(priya.actor, chatId);
    expect(installations(tenant)).toHaveLength(1);
  });
});
