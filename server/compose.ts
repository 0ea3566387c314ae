import type { Server } from 'node:http';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Actor } from '#core/people/person.ts';
import { documents } from './adapters/documents/documents.ts';
import { entraAdapters } from './adapters/entra/entra-adapters.ts';
import { graphAdapters } from './adapters/graph/graph-adapters.ts';
import { openStore } from './adapters/sql/open-store.ts';
import type { OpenedStore } from './adapters/sql/sql-store.ts';
import { machineTiming } from './adapters/system/machine-timing.ts';
import { keptPolicies } from './adapters/system/kept-policies.ts';
import { randomSecrets } from './adapters/system/random-secrets.ts';
import { sha256 } from './adapters/system/sha256.ts';
import { randomIds } from './adapters/system/uuid-ids.ts';
import type { Config } from './config.ts';
import { startHourWorker } from './effects/hour-worker.ts';
import { keepingHours } from './effects/keep-hours.ts';
import { keepingStandings } from './effects/keep-standing.ts';
import { startFollowWorker } from './effects/follow-worker.ts';
import { startReschedulingWorker } from './effects/rescheduling-worker.ts';
import { startStandingWorker } from './effects/standing-worker.ts';
import { startWorker } from './effects/worker.ts';
import { buildApp } from './http/app.ts';
import { changeStream } from './http/change-stream.ts';
import { clientPages } from './http/client-pages.ts';
import { feedDoor } from './http/feed-door.ts';
import { graphNotifications, notificationsPath } from './http/graph-notifications.ts';
import type { Handlers } from './http/handlers.ts';
import { agendaRoutes } from './http/routes/agenda.ts';
import { bookingJobRoutes } from './http/routes/booking-jobs.ts';
import { agreementRoutes } from './http/routes/agreement.ts';
import { feedRoutes } from './http/routes/feed.ts';
import { followingRoutes } from './http/routes/following.ts';
import { formRoutes } from './http/routes/form.ts';
import { meetingRoutes } from './http/routes/meetings.ts';
import { objectiveRoutes } from './http/routes/objectives.ts';
import { peopleRoutes } from './http/routes/people.ts';
import { policyRoutes } from './http/routes/policies.ts';
import { recordRoutes } from './http/routes/record.ts';
import type { RouteNeeds } from './http/routes/route-needs.ts';
import { reschedulingRoutes } from './http/routes/rescheduling.ts';
import { seriesRoutes } from './http/routes/series.ts';
import { signOffRoutes } from './http/routes/sign-off.ts';
import { packOfText, readHolidays, readPolicyText, standardOfText } from './policy-data.ts';
import type { Policies } from './ports/policies.ts';
import type { Clock, Logger, Timing } from './ports/system.ts';
import { beginPolicies, type GivenPack } from './usecases/begin-policies.ts';
import { calendarMemory } from './usecases/calendar-memory.ts';
import { rescheduleClashing } from './usecases/reschedule-clashing.ts';
import { visitFeed } from './usecases/keep-feed.ts';
import { readFeed } from './usecases/read-feed.ts';
import { followers, lookAfterMailbox } from './usecases/follow-outlook.ts';
import { readMeeting } from './usecases/read-meeting.ts';
import type { Links } from './usecases/needs.ts';
import { keepHour } from './usecases/keep-hour.ts';
import { packsOf } from './usecases/packs.ts';
import { startJobWorker } from './usecases/run-booking-jobs.ts';
import { resumeEffects } from './usecases/resume-effects.ts';
import { directoryMemory } from './usecases/sync-directory.ts';

/** Duologue, running. */
export interface Running extends Pick<OpenedStore, 'store' | 'effectQueue' | 'followQueue' | 'hourQueue'> {
  readonly server: Server;
  readonly port: number;
  /** Looks for promises to keep and mailboxes to look at now instead of at the next turn. */
  readonly wake: () => void;
  /** Ends cleanly: no new requests, what is under way finishes. */
  close(): Promise<void>;
}

function handlersOf(needs: RouteNeeds): Handlers {
  return {
    ...peopleRoutes(needs),
    ...policyRoutes(needs),
    ...bookingJobRoutes(needs),
    ...seriesRoutes(needs),
    ...agendaRoutes(needs),
    ...meetingRoutes(needs),
    ...recordRoutes(needs),
    ...formRoutes(needs),
    ...objectiveRoutes(needs),
    ...agreementRoutes(needs),
    ...followingRoutes(needs),
    ...signOffRoutes(needs),
    ...feedRoutes(needs),
    ...reschedulingRoutes(needs),
  };
}

/** Links that open a meeting in Teams, from mail or an invitation, or somebody's meetings in a calendar elsewhere. */
function linksOf(config: Config): Links {
  return {
    toFeed: (secret) => `${config.origin}/feeds/${secret}.ics`,
    toMeeting: (meetingId: string): string => {
      const context = encodeURIComponent(JSON.stringify({ subEntityId: `meetings/${meetingId}` }));
      const webUrl = encodeURIComponent(`${config.origin}/tab.html#/meetings/${meetingId}`);
      return `https://teams.microsoft.com/l/entity/${config.teamsAppId}/home?webUrl=${webUrl}&context=${context}`;
    },
  };
}

async function listen(server: Server, config: Config): Promise<number> {
  server.listen(config.port, config.host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : config.port;
}

/** Gives each tenant the pack to begin with, and has what is in force at hand before anybody asks. */
async function beginAll(
  needs: Parameters<typeof beginPolicies>[0] & { readonly policies: Policies; readonly log: Logger },
  config: Config,
  given: GivenPack,
): Promise<void> {
  const { packId, version } = { packId: given.pack.id, version: given.pack.version };
  for (const tenantId of config.entra.tenants) {
    const begun = await beginPolicies(needs, tenantId, given, needs.policies.today(tenantId));
    if (begun === 'differs') needs.log.warn('policy-file-differs-from-kept-version', { packId, version });
    await needs.policies.renew(tenantId);
  }
}

/** Builds everything, the only place that does, and starts it. @throws ConfigError, PolicyDataError, StoreUnavailable, or what listening throws */
export async function compose(
  config: Config,
  outside: { readonly clock: Clock; readonly log: Logger; readonly timing?: Timing | undefined },
): Promise<Running> {
  const { clock, log, timing = machineTiming() } = outside;
  const ids = randomIds();
  const given = await readPolicyText(config.policyFile);
  const holidays = await readHolidays(config.holidaysFile);
  const pages = await clientPages({
    directory: config.clientDirectory,
    officeScriptUrl: config.officeScriptUrl,
    client: {
      clientId: config.entra.clientId,
      apiResource: `${new URL(config.origin).host}/${config.entra.clientId}`,
      authority: config.entra.authority.replace('{tenantid}', 'organizations'),
      teamsAppId: config.teamsAppId,
      hostOrigins: config.hostOrigins,
      sentItemsAddress: config.sentItemsAddress,
    },
    sources: {
      frameAncestors: config.frameAncestors,
      officeScriptOrigin: new URL(config.officeScriptUrl).origin,
      connect: config.connectOrigins,
    },
  });
  const opened = await openStore(config.database, { clock, ids, log });
  const { effectQueue, followQueue, hourQueue, jobQueue, policyShelf, standingQueue, close: closeStore } = opened;
  const zone = config.graph.defaultZone;
  const reading = { readPack: packOfText, readStandard: standardOfText, holidays };
  const policies = keptPolicies({ shelf: policyShelf, clock, log, zone, ...reading });
  try {
    await beginAll({ shelf: policyShelf, clock, ids, log, policies }, config, given);
  } catch (cause) {
    policies.close();
    await closeStore();
    throw cause;
  }
  const packs = packsOf(policies);
  // The worker is started after the store it works on.
  const onAsked: { wake: () => void } = { wake: () => undefined };
  const store = keepingHours(keepingStandings(opened.store, { clock, packs }), { clock }, () => {
    onAsked.wake();
  });
  const { identity, passes } = entraAdapters(config.entra, { clock, log, tokenRefusals: opened.tokenRefusals });
  const notificationUrl = `${config.origin}${notificationsPath}`;
  const outside365 = graphAdapters(config.graph, { passes, clock, timing, log, notificationUrl });
  const { directory, calendar, meetingChat, mail, outlook, outlookSoon, forMany } = outside365;
  const promising = { store, effectQueue, identity, clock, timing, ids, log };
  const worker = startWorker({ ...promising, calendar, meetingChat, mail, forMany });
  const jobWorker = startJobWorker({ ...promising, jobQueue, calendar: forMany.calendarAhead, policies, packs });
  const standingWorker = startStandingWorker({
    standingQueue,
    packs,
    renew: (tenantId) => policies.renew(tenantId),
    clock,
    log,
  });
  const changes = changeStream({
    store,
    clock,
    readMeeting: (actor, meetingId) => readMeeting({ store, clock, policies, packs }, actor, { meetingId }),
  });
  const needs: RouteNeeds = {
    store,
    clock,
    ids,
    identity,
    calendar,
    outlook,
    directory,
    documents: documents(),
    policies,
    packs,
    links: linksOf(config),
    fingerprint: sha256,
    secrets: randomSecrets(),
    feedDoor: opened.feedDoor,
    memory: directoryMemory(),
    calendarMemory: calendarMemory(),
    standingQueue,
    jobQueue,
    changes,
  };
  const following = { followQueue, fingerprint: sha256, clock, log };
  const followWorker = startFollowWorker({
    ...following,
    outlook,
    outlookSoon,
    identity,
    timing,
    ...followers(needs, outlookSoon),
    pollMinutes: config.pollMinutes,
    secrets: needs.secrets,
  });
  const hourWorker = startHourWorker({
    hourQueue,
    clock,
    log,
    lookAt: (actor, pairId) => keepHour(needs, actor, pairId),
  });
  onAsked.wake = hourWorker.wake;
  const onVisit = (actor: Actor): void => {
    resumeEffects(needs, actor).catch((cause: unknown) => {
      log.error('resume-effects', {}, cause);
    });
    visitFeed(needs, actor).catch((cause: unknown) => {
      log.error('visit-feed', {}, cause);
    });
    lookAfterMailbox(needs, actor).catch((cause: unknown) => {
      log.error('look-after-mailbox', {}, cause);
    });
  };
  const reschedulingWorker = startReschedulingWorker({
    queue: opened.reschedulingQueue,
    identity,
    clock,
    timing,
    log,
    reschedule: (actor, pairId) => rescheduleClashing(needs, actor, pairId),
  });
  const feeds = feedDoor({ clock, fingerprint: sha256, readFeed: (secret) => readFeed(needs, secret) });
  const notifications = graphNotifications(following);
  const routes = handlersOf(needs);
  const handlers: Handlers = {
    ...routes,
    // Whoever opens Duologue is here, whichever token they bring: they may just have given their consent.
    me: async (call) => {
      const me = await routes.me(call);
      onVisit(call.actor);
      return me;
    },
    startBookingJob: (call) => routes.startBookingJob(call).finally(jobWorker.wake),
    changeBookingJob: (call) => routes.changeBookingJob(call).finally(jobWorker.wake),
  };
  const app = buildApp({ store, identity, log, handlers, changes, pages, feeds, notifications, onVisit });
  // Longer than whoever stands in between keeps a connection: no request meets one that is just being closed.
  const server = createServer({ keepAliveTimeout: 75_000 }, app);
  const close = async (): Promise<void> => {
    changes.close();
    const closed = server.listening ? once(server, 'close') : Promise.resolve();
    server.close();
    server.closeIdleConnections();
    await jobWorker.stop();
    await hourWorker.stop();
    await worker.stop();
    await followWorker.stop();
    await standingWorker.stop();
    await reschedulingWorker.stop();
    server.closeAllConnections();
    await closed;
    policies.close();
    await closeStore();
  };
  try {
    const port = await listen(server, config);
    const wake = (): void => {
      worker.wake();
      hourWorker.wake();
      followWorker.wake();
      reschedulingWorker.wake();
    };
    return { server, store, effectQueue, followQueue, hourQueue, port, wake, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
