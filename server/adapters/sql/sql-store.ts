import type { FeedDoor } from '#server/ports/feeds.ts';
import type { HourQueue } from '#server/ports/hours.ts';
import type { PolicyShelf } from '#server/ports/policies.ts';
import type { FollowQueue } from '#server/ports/following.ts';
import type { EffectQueue, Store } from '#server/ports/store.ts';
import type { BookingJobQueue } from '#server/ports/booking-jobs.ts';
import type { ReschedulingQueue } from '#server/ports/reschedulings.ts';
import type { StandingQueue } from '#server/ports/standings.ts';
import type { Clock, Logger } from '#server/ports/system.ts';
import type { TokenRefusals } from '#server/ports/token-refusals.ts';
import { actionStore } from './action-store.ts';
import { agendaStore } from './agenda-store.ts';
import { agreementStore } from './agreement-store.ts';
import { arrangementStore } from './arrangement-store.ts';
import { jobQueue } from './job-queue.ts';
import { jobStore } from './job-store.ts';
import { logChange } from './change-log.ts';
import type { Database } from './database.ts';
import { dutyStore } from './duty-store.ts';
import { effectQueue } from './effect-queue.ts';
import { effectStore } from './effect-store.ts';
import { feedDoor, feedStore } from './feed-store.ts';
import { protectedHoursStore } from './protected-hours-store.ts';
import { followQueue } from './follow-queue.ts';
import { followingStore } from './following-store.ts';
import { formStore } from './form-store.ts';
import { handoverStore } from './handover-store.ts';
import { hourQueue, hourStore } from './hour-store.ts';
import { measureStore } from './measure-store.ts';
import { meetingFileOf } from './meeting-file.ts';
import { meetingStore } from './meeting-store.ts';
import type { Notices } from './notices.ts';
import { objectiveStore } from './objective-store.ts';
import { ownStandingItemStore } from './own-standing-item-store.ts';
import { ownersOf } from './ownership.ts';
import { pairStore } from './pair-store.ts';
import { peopleStore } from './people-store.ts';
import { policyShelf, policyStore } from './policy-store.ts';
import { preparationStore } from './preparation-store.ts';
import { recordStore } from './record-store.ts';
import { reschedulingQueue, reschedulingStore } from './rescheduling-store.ts';
import { seriesStore } from './series-store.ts';
import { signOffStore } from './sign-off-store.ts';
import { singleEventStore } from './single-event-store.ts';
import { standingQueue } from './standing-queue.ts';
import { standingStore } from './standing-store.ts';
import { tokenRefusalStore } from './token-refusal-store.ts';
import { transactions } from './transactions.ts';

export interface OpenedStore {
  readonly store: Store;
  readonly effectQueue: EffectQueue;
  readonly followQueue: FollowQueue;
  readonly policyShelf: PolicyShelf;
  readonly standingQueue: StandingQueue;
  readonly feedDoor: FeedDoor;
  readonly jobQueue: BookingJobQueue;
  readonly hourQueue: HourQueue;
  readonly reschedulingQueue: ReschedulingQueue;
  readonly tokenRefusals: TokenRefusals;
  /** Lets go of the database. What was answered is kept. */
  readonly close: () => Promise<void>;
}

/** The store and the worker's queue on an open database. */
export function sqlStore(
  database: Database,
  heard: Notices,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): OpenedStore {
  const { close } = database;
  const opened = transactions(database, log);
  const store: Store = {
    asPerson: (actor, work) =>
      opened.asPerson(actor, (tx) => {
        const scope = { tx, ...actor };
        return work({
          people: peopleStore(scope),
          pairs: pairStore(scope),
          series: seriesStore(scope),
          meetings: meetingStore(scope),
          singleEvents: singleEventStore(scope),
          agendas: agendaStore(scope),
          ownStandingItems: ownStandingItemStore(scope),
          preparations: preparationStore(scope),
          records: recordStore(scope),
          actions: actionStore(scope),
          forms: formStore(scope),
          duties: dutyStore(scope),
          measures: measureStore(scope),
          agreements: agreementStore(scope),
          objectives: objectiveStore(scope),
          effects: effectStore(scope),
          following: followingStore(scope),
          policies: policyStore(scope),
          signOffs: signOffStore(scope),
          standings: standingStore(scope),
          arrangements: arrangementStore(scope),
          handovers: handoverStore(scope),
          feeds: feedStore(scope),
          protectedHours: protectedHoursStore(scope),
          jobs: jobStore(scope),
          hours: hourStore(scope),
          reschedulings: reschedulingStore(scope),
          changed: (pairId, what) => logChange(scope, clock, pairId, what),
        });
      }),
    ownersOf: async (actor, thing, id) => (await opened.glanceAs(actor, ownersOf(actor, thing, id)))[0] ?? null,
    meetingFile: async (actor, meetingId) =>
      (await opened.glanceAs(actor, meetingFileOf(actor, meetingId, clock.now())))[0]?.file ?? null,
    onChange: heard.onChange,
    close,
  };
  return {
    store,
    effectQueue: effectQueue(opened, heard),
    followQueue: followQueue(opened, heard),
    tokenRefusals: tokenRefusalStore(opened),
    policyShelf: policyShelf(opened, heard),
    standingQueue: standingQueue(opened),
    feedDoor: feedDoor(opened),
    jobQueue: jobQueue(opened),
    hourQueue: hourQueue(opened),
    reschedulingQueue: reschedulingQueue(opened),
    close,
  };
}
