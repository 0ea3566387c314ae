import { Router, json } from 'express';
import type { Request, Response } from 'express';
import { ZodError, prettifyError } from 'zod';
import type { Authorities } from '../entra/authorities.ts';
import { entraControl } from '../entra/entra-control.ts';
import { hostSignIn } from '../entra/host-sign-in.ts';
import type { TokenOffice } from '../entra/tokens.ts';
import { controlApi } from './control-api.ts';
import type { Controls } from './controls.ts';
import { graphInstant, windowsZone } from '../calendar/local-time.ts';
import type { StoredChat } from '../tenant/stored.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

/** What the pages of the local Microsoft 365 and the tests need beyond Graph: signing in, what was received, faults. */
export function localApi(tenant: Tenant, office: TokenOffice, controls: Controls, authorities: Authorities): Router {
  const router = Router();
  router.use((request, response, next) => {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'content-type',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
      'Cache-Control': 'no-store',
    });
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    next();
  });
  router.use(json());
  router.get('/people', (_request, response) => {
    response.json({ value: [...tenant.people.values()].map((person) => personView(tenant, person)) });
  });
  router.use(hostSignIn({ tenant, office }, authorities, controls, (person) => personView(tenant, person)));
  router.get('/clock', (_request, response) => {
    response.json({ now: graphInstant(tenant.now()), epochMs: tenant.now(), sequence: tenant.sequence });
  });
  router.get('/apps', (_request, response) => {
    const { clientId, name, teamsAppId, catalogAppId, appOrigin, chatTab = 'static' } = tenant.apps;
    response.json({
      clientId,
      name,
      teamsAppId,
      catalogAppId,
      appOrigin,
      chatTab,
      tenantId: tenant.id,
      tenantName: tenant.organisation.tenant.name,
    });
  });
  router.use(controlApi(tenant, controls));
  router.use(entraControl({ tenant, office }, authorities));
  addTeamsViews(router, tenant);
  router.use((fault: unknown, _request: Request, response: Response, _next: () => void) => {
    const isOurs = fault instanceof ZodError;
    response
      .status(isOurs || fault instanceof SyntaxError ? 400 : 500)
      .json({ error: 'request', message: isOurs ? prettifyError(fault) : String(fault) });
  });
  return router;
}

function addTeamsViews(router: Router, tenant: Tenant): void {
  router.get('/notifications', (request, response) => {
    const personId = queryOf(request).get('personId');
    const found = tenant.notificationsOf(personId ?? '');
    response.json({
      value: found.toReversed().map(({ at, fromId, ...one }) => ({
        ...one,
        at: graphInstant(at),
        fromName: (fromId === null ? undefined : tenant.people.get(fromId)?.displayName) ?? tenant.apps.name,
      })),
    });
  });
  router.get('/chats', (request, response) => {
    const personId = queryOf(request).get('personId') ?? '';
    const found = tenant.chatsOf(personId);
    response.json({ value: found.map((chat) => chatView(tenant, chat)) });
  });
  router.get('/meeting', (request, response) => {
    const asked = queryOf(request);
    const meeting = tenant.meetings.get(asked.get('joinUrl') ?? '') ?? tenant.meetingOf(asked.get('chatId') ?? '');
    const chat = meeting === undefined ? undefined : tenant.chats.get(meeting.threadId);
    if (meeting === undefined || chat === undefined) {
      response.status(404).json({ error: 'no-meeting', message: 'No online meeting has that address.' });
      return;
    }
    response.json({
      joinUrl: meeting.joinUrl,
      chatId: chat.id,
      meetingId: Buffer.from(`0#${chat.id}#0`).toString('base64'),
      subject: meeting.subject,
      organizerId: meeting.organizerId,
      members: chat.memberIds.flatMap((id) => tenant.people.get(id) ?? []).map((person) => personView(tenant, person)),
      appInstalled: chat.installations.some((one) => one.catalogAppId === tenant.apps.catalogAppId),
      tabs: chat.tabs,
    });
  });
}

function queryOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.url.split('?')[1] ?? '');
}

function chatView(tenant: Tenant, chat: StoredChat): Record<string, unknown> {
  const event = tenant
    .eventsOf(chat.organizerId ?? '')
    .find((one) => one.isOrganizer && one.joinUrl !== null && one.joinUrl === chat.joinUrl);
  return {
    id: chat.id,
    topic: chat.topic,
    chatType: chat.chatType,
    members: chat.memberIds.map((id) => ({ id, displayName: tenant.people.get(id)?.displayName ?? '' })),
    installedAppIds: chat.installations.map((one) => one.catalogAppId),
    tabs: chat.tabs,
    event: event === undefined ? null : { organizerEventId: event.id, iCalUId: event.iCalUId, joinUrl: event.joinUrl },
  };
}

function personView(tenant: Tenant, person: DirectoryPerson): Record<string, unknown> {
  return {
    id: person.id,
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    mail: person.mail,
    userPrincipalName: person.mail,
    jobTitle: person.jobTitle,
    department: person.department,
    officeLocation: person.officeLocation,
    managerId: person.managerId,
    reports: tenant.reportsOf(person.id).length,
    timeZone: person.timeZone,
    windowsTimeZone: windowsZone(person.timeZone),
    language: person.language,
    role: person.role,
    initials: `${person.givenName.slice(0, 1)}${person.surname.slice(0, 1)}`,
  };
}
