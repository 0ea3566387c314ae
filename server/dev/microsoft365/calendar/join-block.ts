import { escapeHtml } from '../entra/pages/page-frame.ts';
import { freshGuid, longJoinUrl, meetingNumber, passcode, shortJoinUrl, stableGuid } from '../tenant/identifiers.ts';
import { innerHtml, keptBody } from '../mail/item-body.ts';
import type { StoredChat, StoredMeeting } from '../tenant/stored.ts';
import type { RegisteredApp, Tenant } from '../tenant/tenant.ts';

const RULE =
  '<div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">________________________________________________________________________________</span></div>';

/** The delimited part of an invitation that says how to join; the join address in it is what keeps the meeting online. */
export function joinBlock(
  meeting: { joinUrl: string; threadId: string; organizerId: string },
  tenantId: string,
): string {
  const options = `https://teams.microsoft.com/meetingOptions/?organizerId=${meeting.organizerId}&tenantId=${tenantId}&threadId=${encodeURIComponent(meeting.threadId)}&messageId=0&language=en-GB`;
  return `<br>
${RULE}
<div class="me-email-text" lang="en-GB" style="color:#242424; font-family:'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif">
<div style="margin-bottom:24px; overflow:hidden; white-space:nowrap"><span style="font-size:24px; font-weight:700">Microsoft Teams</span></div>
<div style="margin-bottom:6px"><a id="meet_invite_block.action.join_link" class="me-email-headline" href="${escapeHtml(meeting.joinUrl)}" target="_blank" rel="noreferrer noopener" style="font-size:20px; font-weight:600; text-decoration:underline; color:#5B5FC7">Join the meeting now</a></div>
<div style="margin-bottom:6px"><span style="font-size:14px; color:#616161">Meeting ID: </span><span style="font-size:14px; color:#242424">${meetingNumber(meeting.threadId).replaceAll(/(\d{3})(?=\d)/g, '$1 ')}</span></div>
<div style="margin-bottom:24px"><span style="font-size:14px; color:#616161">Passcode: </span><span style="font-size:14px; color:#242424">${passcode(meeting.threadId).slice(0, 8)}</span></div>
<div><a class="me-email-link" href="${escapeHtml(options)}" target="_blank" rel="noreferrer noopener" style="font-size:14px; text-decoration:underline; color:#5B5FC7">Meeting options</a></div>
</div>
${RULE}`;
}

/** The body with the join block below what the organiser wrote. */
export function withJoinBlock(body: string, meeting: StoredMeeting, tenantId: string): string {
  return keptBody('html', `${innerHtml(body)}\r\n${joinBlock(meeting, tenantId)}`);
}

/** Whether a body still carries a join address, however its ampersands are written. */
export function carriesJoinUrl(body: string, joinUrl: string): boolean {
  return body.includes(joinUrl) || body.includes(escapeHtml(joinUrl));
}

/** Makes an online meeting with its chat; the same thread always has the same addresses. */
export function newMeeting(
  tenant: Tenant,
  about: {
    organizerId: string;
    subject: string;
    startsAt: number;
    endsAt: number;
    threadId?: string;
    createdAt?: number;
  },
): StoredMeeting {
  const threadId = about.threadId ?? `19:meeting_${Buffer.from(freshGuid()).toString('base64url')}@thread.v2`;
  const createdAt = about.createdAt ?? tenant.now();
  const joinUrl =
    tenant.joinLinks === 'short' ? shortJoinUrl(threadId) : longJoinUrl(threadId, tenant.id, about.organizerId);
  return {
    joinUrl,
    id: Buffer.from(`1*${about.organizerId}*0**${threadId}`).toString('base64'),
    threadId,
    organizerId: about.organizerId,
    subject: about.subject,
    createdAt,
    startsAt: about.startsAt,
    endsAt: about.endsAt,
  };
}

/** The chat of an online meeting, with everybody of the tenant who is invited. */
export function meetingChat(
  meeting: StoredMeeting,
  memberIds: readonly string[],
  apps: readonly RegisteredApp[] = [],
): StoredChat {
  return {
    id: meeting.threadId,
    topic: meeting.subject,
    chatType: 'meeting',
    createdAt: meeting.createdAt,
    memberIds: [...new Set(memberIds)],
    joinUrl: meeting.joinUrl,
    organizerId: meeting.organizerId,
    installations: apps.map(({ catalogAppId }) => ({
      id: Buffer.from(`1##${stableGuid(meeting.threadId, catalogAppId)}`).toString('base64'),
      catalogAppId,
    })),
    tabs: apps.map(({ catalogAppId, name }) => ({
      id: stableGuid('tab', meeting.threadId, catalogAppId),
      displayName: name,
      catalogAppId,
      entityId: null,
      contentUrl: null,
      websiteUrl: null,
      removeUrl: null,
    })),
  };
}
