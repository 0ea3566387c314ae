import { graphInstant } from '../calendar/local-time.ts';
import type { Fault } from '../local/fault-description.ts';
import { drawsOf, shuffled } from '../local/fault-match.ts';
import type { Faults } from '../local/faults.ts';
import type { StoredSubscription } from '../tenant/stored.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { defaultDelivery, deliveryChange } from './delivery-settings.ts';
import type { DeliverySettings } from './delivery-settings.ts';
import { changeParcel, lifecycleParcel } from './parcel.ts';
import type { DeliveryNote, LifecycleEvent, Parcel, WatchedChange } from './parcel.ts';
import { postNotification } from './post-notification.ts';
import { ReceiverHealth } from './receiver-health.ts';
import { kindOf } from './subscription.ts';

const NOTES_KEPT = 500;
const LOOK_AGAIN_MS = 250;
const SLOW_RECEIVER_DELAY_MS = 10_000;

/** Change notifications on their way: when each is due on the one clock, what goes wrong with it, and how it went. */
export class Deliveries {
  readonly #tenant: Tenant;
  readonly #faults: Faults;
  readonly #health = new ReceiverHealth();
  readonly #notes: DeliveryNote[] = [];
  /** What each fault gathers before it lets it go in another order. */
  readonly #gathered = new Map<string, Parcel[]>();
  readonly #sending = new Map<string, Promise<void>>();
  #waiting: Parcel[] = [];
  #settings = defaultDelivery();
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(tenant: Tenant, faults: Faults) {
    this.#tenant = tenant;
    this.#faults = faults;
    faults.onCleared(() => {
      this.#letGo();
    });
  }

  get settings(): DeliverySettings {
    return this.#settings;
  }

  /** @throws a ZodError when the change does not fit */
  change(asked: unknown): DeliverySettings {
    this.#settings = { ...this.#settings, ...(deliveryChange.parse(asked) as Partial<DeliverySettings>) };
    return this.#settings;
  }

  reset(): void {
    this.#settings = defaultDelivery();
  }

  /** How the latest attempts went, newest first; how many notifications wait; how well each receiver answers. */
  view(): { log: DeliveryNote[]; waiting: number; receivers: Record<string, string> } {
    const gathered = [...this.#gathered.values()].reduce((sum, parcels) => sum + parcels.length, 0);
    return {
      log: this.#notes.toReversed(),
      waiting: this.#waiting.length + gathered,
      receivers: this.#health.all(this.#tenant.now()),
    };
  }

  /** Tells whoever watches that something changed; leaves before anything is sent. */
  changed(change: WatchedChange, itemIdFor: (subscription: StoredSubscription) => string): void {
    const now = this.#tenant.now();
    for (const subscription of this.#tenant.subscriptionsOf(change.mailbox)) {
      if (watches(subscription, change, now)) {
        const parcel = changeParcel(this.#tenant.id, subscription, change, itemIdFor(subscription));
        const isEdit = change.kind === 'events' && change.changeType === 'updated';
        this.#offer(
          subscription,
          `${change.kind}/${change.changeType}`,
          parcel,
          isEdit ? this.#settings.updatedCopies : 1,
        );
      }
    }
  }

  /** Tells a receiver about its subscription; a removed one is gone, one to be authorised again stays silent till then. */
  lifecycle(subscription: StoredSubscription, event: LifecycleEvent): boolean {
    const { subscriptions, now, id } = this.#tenant;
    if (event === 'subscriptionRemoved') {
      subscriptions.remove(subscription.id);
    } else if (event === 'reauthorizationRequired') {
      subscriptions.put(subscription.id, { ...subscription, pausedAt: now() });
    }
    const parcel = lifecycleParcel(id, subscription, event);
    if (parcel !== null) {
      this.#offer(subscription, `lifecycle/${event}`, parcel, 1);
    }
    return parcel !== null;
  }

  /** Sends what is due by now and waits for the answers. @returns how many attempts that were and how many still wait */
  async deliverDue(): Promise<{ attempts: number; waiting: number }> {
    let attempts = 0;
    for (let due = this.#takeDue(); due.length > 0 || this.#sending.size > 0; due = this.#takeDue()) {
      attempts += due.length;
      this.#send(due);
      await Promise.all(this.#sending.values());
    }
    return { attempts, waiting: this.view().waiting };
  }

  /** Sends at once what waited for a subscription to be renewed or authorised again. */
  resume(subscriptionId: string): void {
    const dueAt = this.#tenant.now();
    this.#waiting = this.#waiting.map((one) => (one.subscriptionId === subscriptionId ? { ...one, dueAt } : one));
    this.wake();
  }

  /** Looks soon for what is due. */
  wake(): void {
    if (this.#timer !== null || this.#isClosed || this.#waiting.length === 0) {
      return;
    }
    const soonest = Math.min(...this.#waiting.map((one) => one.dueAt)) - this.#tenant.now();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#send(this.#takeDue());
        this.wake();
      },
      Math.max(0, Math.min(soonest, LOOK_AGAIN_MS)),
    );
    this.#timer.unref();
  }

  close(): void {
    this.#isClosed = true;
    this.#waiting = [];
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
  }

  #offer(
    subscription: StoredSubscription,
    what: string,
    fresh: Pick<Parcel, 'subscriptionId' | 'url' | 'what' | 'item'>,
    copies: number,
  ): void {
    const { mailbox: personId, applicationId: appId } = subscription;
    const fault = this.#faults.notification({ method: 'POST', path: `/notifications/${what}`, personId, appId });
    const now = this.#tenant.now();
    const health = this.#health.of(fresh.url, now);
    const parcel: Parcel = {
      ...fresh,
      item: fault?.clientState === undefined ? fresh.item : { ...fresh.item, clientState: fault.clientState },
      dueAt: now + this.#settings.delayMs + (fault?.delayMs ?? 0) + (health === 'slow' ? SLOW_RECEIVER_DELAY_MS : 0),
      firstAt: null,
      attempts: 0,
      slowAnswerMs: fault?.slowAnswerMs ?? 0,
      isCut: fault?.cut === true || fault?.status !== undefined,
    };
    const sent = fault?.copies ?? copies;
    if (sent === 0 || health === 'drop') {
      this.#note(parcel, sent === 0 ? 'lost' : 'dropped', null);
      return;
    }
    const parcels = Array.from({ length: sent }, () => ({ ...parcel }));
    if (fault?.reorder === undefined) {
      this.#waiting.push(...parcels);
    } else {
      this.#gather(fault, fault.reorder, parcels);
    }
    this.wake();
  }

  #gather(fault: Fault, most: number, parcels: readonly Parcel[]): void {
    const gathered = [...(this.#gathered.get(fault.id) ?? []), ...parcels];
    if (gathered.length < most) {
      this.#gathered.set(fault.id, gathered);
      return;
    }
    this.#gathered.delete(fault.id);
    // Another order each time, and the same ones with the same seed.
    const dueAt = this.#tenant.now();
    const order = shuffled(gathered, drawsOf(fault.seed, String(fault.hits)));
    this.#waiting.push(...order.map((parcel) => ({ ...parcel, dueAt })));
  }

  /** What a fault that is gone had gathered goes on as it came. */
  #letGo(): void {
    const left = new Set(this.#faults.list().map((fault) => fault.id));
    for (const [id, parcels] of this.#gathered) {
      if (!left.has(id)) {
        this.#gathered.delete(id);
        this.#waiting.push(...parcels);
      }
    }
    this.wake();
  }

  #takeDue(): Parcel[] {
    const now = this.#tenant.now();
    const due = this.#waiting.filter((one) => one.dueAt <= now).toSorted((one, other) => one.dueAt - other.dueAt);
    this.#waiting = this.#waiting.filter((one) => one.dueAt > now);
    return due;
  }

  /** One after another to each receiver, so that an order is one. */
  #send(parcels: readonly Parcel[]): void {
    for (const parcel of parcels) {
      const before = this.#sending.get(parcel.url) ?? Promise.resolve();
      const sent = before
        .then(() => this.#attempt(parcel))
        .then(() => {
          if (this.#sending.get(parcel.url) === sent) this.#sending.delete(parcel.url);
        });
      this.#sending.set(parcel.url, sent);
    }
  }

  async #attempt(parcel: Parcel): Promise<void> {
    const isLifecycle = 'lifecycleEvent' in parcel.item;
    const subscription = this.#tenant.subscriptions.get(parcel.subscriptionId);
    const now = this.#tenant.now();
    const isWanted = subscription === undefined ? parcel.what === 'subscriptionRemoved' : subscription.expiresAt > now;
    if (this.#isClosed || !isWanted) {
      return;
    }
    parcel.attempts += 1;
    parcel.firstAt ??= now;
    if (!isLifecycle && subscription?.pausedAt != null) {
      this.#note(parcel, 'paused', null);
      this.#tryLater(parcel);
      return;
    }
    const { status, tookMs } = parcel.isCut
      ? { status: null, tookMs: 0 }
      : await postNotification(parcel.url, parcel.item, this.#settings.answerWithinMs);
    const isSlow = Math.max(tookMs, parcel.slowAnswerMs) > this.#settings.answerWithinMs;
    // What was meant to go wrong went wrong once.
    [parcel.isCut, parcel.slowAnswerMs] = [false, 0];
    const isTaken = status !== null && status >= 200 && status < 300 && !isSlow;
    this.#health.note(parcel.url, this.#tenant.now(), isSlow);
    this.#note(parcel, isTaken ? 'delivered' : 'failed', status);
    if (!isTaken) {
      this.#tryLater(parcel);
    }
  }

  #tryLater(parcel: Parcel): void {
    const { firstRetryMs, giveUpAfterMs } = this.#settings;
    const now = this.#tenant.now();
    const dueAt = now + firstRetryMs * 2 ** (parcel.attempts - 1);
    const last = (parcel.firstAt ?? now) + giveUpAfterMs;
    if (now < last) {
      this.#waiting.push({ ...parcel, dueAt: Math.min(dueAt, last) });
      this.wake();
      return;
    }
    this.#note(parcel, 'given up', null);
    const subscription = this.#tenant.subscriptions.get(parcel.subscriptionId);
    const isTold = this.#waiting.some((one) => one.subscriptionId === parcel.subscriptionId && one.what === 'missed');
    if (
      subscription !== undefined &&
      kindOf(subscription) !== 'tasks' &&
      !isTold &&
      !('lifecycleEvent' in parcel.item)
    ) {
      this.lifecycle(subscription, 'missed');
    }
  }

  #note(parcel: Parcel, outcome: DeliveryNote['outcome'], status: number | null): void {
    this.#notes.push({
      at: graphInstant(this.#tenant.now()),
      subscriptionId: parcel.subscriptionId,
      url: parcel.url,
      what: parcel.what,
      resource: typeof parcel.item['resource'] === 'string' ? parcel.item['resource'] : '',
      attempt: parcel.attempts,
      outcome,
      status,
    });
    if (this.#notes.length > NOTES_KEPT) {
      this.#notes.shift();
    }
  }
}

function watches(subscription: StoredSubscription, change: WatchedChange, now: number): boolean {
  return (
    kindOf(subscription) === change.kind &&
    subscription.expiresAt > now &&
    subscription.changeType.split(',').includes(change.changeType) &&
    (subscription.within == null
      ? change.isOnlyWithin !== true
      : (change.within ?? []).some((one) => one.toLowerCase() === subscription.within?.toLowerCase()))
  );
}
