import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { retryAfterText } from '../local/fault-answer.ts';
import { GraphError } from '../graph/error.ts';
import { changedLimits, defaultLimits, limitChange, rateRules } from './limit-settings.ts';
import type { LimitSettings, RateId } from './limit-settings.ts';
import { requestCost } from './request-cost.ts';
import type { CountedRequest } from './request-cost.ts';

const REFUSALS: Partial<Record<RateId | 'concurrency', readonly [code: string, message: string]>> = {
  concurrency: ['ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'],
  'mailbox-requests': ['ApplicationThrottled', 'Application is over its request limit for the mailbox.'],
  'mailbox-upload': ['ApplicationThrottled', 'Application is over its upload limit for the mailbox.'],
};

interface Window {
  began: number;
  used: number;
}

/** How much of a rate is used, by whom. */
export interface LimitUse {
  rate: RateId | 'concurrency';
  key: string;
  used: number;
  most: number;
}

/** What Microsoft 365 refuses for being too much, counted with the one clock. */
export class Limits {
  readonly #now: () => number;
  readonly #pause: (milliseconds: number) => Promise<void>;
  readonly #mailboxOf: (named: string) => string;
  readonly #windows = new Map<RateId, Map<string, Window>>(rateRules.map(({ id }) => [id, new Map()]));
  readonly #running = new Map<string, number>();
  readonly #refused = new Map<RateId | 'concurrency' | 'size', number>();
  #settings: LimitSettings = defaultLimits();

  /**
   * @param mailboxOf the object id behind what an address calls a person
   * @param pause how time passes; left out, as it does on the machine
   */
  constructor(
    now: () => number,
    mailboxOf: (named: string) => string,
    pause: (milliseconds: number) => Promise<void> = (milliseconds) => setTimeout(milliseconds),
  ) {
    this.#now = now;
    this.#pause = pause;
    this.#mailboxOf = mailboxOf;
  }

  get settings(): LimitSettings {
    return this.#settings;
  }

  /** Changes what is in force. @throws a ZodError when the change does not fit. */
  change(asked: unknown): LimitSettings {
    this.#settings = changedLimits(this.#settings, limitChange.parse(asked));
    return this.#settings;
  }

  /** Back to what Microsoft publishes, with nothing counted yet. */
  reset(): void {
    this.#settings = defaultLimits();
    this.#refused.clear();
    for (const windows of this.#windows.values()) {
      windows.clear();
    }
  }

  /** How often each limit refused a request since the last reset. */
  refused(): Record<string, number> {
    return Object.fromEntries(this.#refused);
  }

  /** The fullest windows that still run, for looking at. */
  uses(): LimitUse[] {
    const now = this.#now();
    const inWindows = rateRules.flatMap(({ id }) => {
      const { most, windowMs } = this.#settings.rates[id];
      return [...(this.#windows.get(id) ?? [])]
        .filter(([, window]) => now - window.began < windowMs)
        .map(([key, { used }]) => ({ rate: id, key, used, most }));
    });
    const running = [...this.#running].map(([key, used]) => ({
      rate: 'concurrency' as const,
      key,
      used,
      most: this.#settings.concurrency.most,
    }));
    return [...running, ...inWindows].toSorted((one, other) => other.used / other.most - one.used / one.most);
  }

  /**
   * Lets a request in, or refuses it.
   * @returns what to call when its answer has left, so that its place is free again
   * @throws GraphError 429
   */
  enter(request: CountedRequest): () => void {
    const settings = this.#settings;
    if (!settings.on) {
      return nothing;
    }
    const cost = requestCost(request);
    const mailbox =
      cost.mailbox === null
        ? null
        : cost.mailbox.toLowerCase() === 'me'
          ? (request.callerId ?? 'me')
          : this.#mailboxOf(decoded(cost.mailbox));
    const now = this.#now();
    const windows = cost.rates.flatMap(([rate, amount]) => {
      const rule = settings.rates[rate];
      return rule.on ? [{ rate, amount, window: this.#window(rate, keyOf(rate, request.appId, mailbox), now) }] : [];
    });
    for (const { rate, amount, window } of windows) {
      const { most, windowMs } = settings.rates[rate];
      if (window.used + amount > most) {
        this.#noteRefused(rate);
        throw this.#tooMany(rate, window.began + windowMs - now);
      }
    }
    const leave = mailbox === null ? nothing : this.#place(request.appId, mailbox);
    for (const { amount, window } of windows) {
      window.used += amount;
    }
    return leave;
  }

  /** Takes as long as each request takes at least. */
  async takeTime(): Promise<void> {
    const { on, latencyMs } = this.#settings;
    if (on && latencyMs > 0) await this.#pause(latencyMs);
  }

  /** Most requests of one batch that run at the same time. */
  get atOnceInBatch(): number {
    const { on, batch, concurrency } = this.#settings;
    return on && batch === 'paced' && concurrency.on ? concurrency.most : Number.POSITIVE_INFINITY;
  }

  /** Refuses a body that is too long, as soon as its length is known. @throws GraphError 400 or 413 */
  checkSize(path: string, bytes: number): void {
    if (!this.#settings.on || bytes <= this.#settings.requestBytes) {
      return;
    }
    this.#noteRefused('size');
    const megabytes = Math.round((this.#settings.requestBytes / 1024 / 1024) * 100) / 100;
    const isOutlook = requestCost({
      method: 'POST',
      path,
      appId: '',
      callerId: null,
      isNarrowed: false,
      bytes,
    }).mailbox;
    throw isOutlook === null
      ? new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.')
      : new GraphError(400, 'BadRequest', `The maximum request length supported is ${String(megabytes)}MB.`);
  }

  /** Looks at the length a request says it has, before anything of it is read. */
  sizeHandler(): RequestHandler {
    return (request, _response, next) => {
      this.checkSize(request.path, Number(request.get('content-length') ?? 0));
      next();
    };
  }

  #place(appId: string, mailbox: string): () => void {
    const { on, most, reading } = this.#settings.concurrency;
    const key = reading === 'mailbox' ? `${appId} ${mailbox}` : appId;
    const running = this.#running.get(key) ?? 0;
    if (on && running >= most) {
      this.#noteRefused('concurrency');
      throw this.#tooMany('concurrency', 1_000);
    }
    this.#running.set(key, running + 1);
    let isFree = false;
    return () => {
      if (isFree) return;
      isFree = true;
      const left = (this.#running.get(key) ?? 1) - 1;
      if (left === 0) this.#running.delete(key);
      else this.#running.set(key, left);
    };
  }

  /** The window a request falls into: it begins with the first request after the last one ended. */
  #window(rate: RateId, key: string, now: number): Window {
    const windows = this.#windows.get(rate);
    const found = windows?.get(key);
    if (found !== undefined && now - found.began < this.#settings.rates[rate].windowMs && now >= found.began) {
      return found;
    }
    const fresh = { began: now, used: 0 };
    windows?.set(key, fresh);
    return fresh;
  }

  #tooMany(rate: RateId | 'concurrency', waitMs: number): GraphError {
    const [code, message] = REFUSALS[rate] ?? ['TooManyRequests', 'Too many requests. Wait and try again.'];
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const { retryAfter } = this.#settings;
    const headers = retryAfter === 'missing' ? {} : { 'Retry-After': retryAfterText(seconds, retryAfter, this.#now()) };
    return new GraphError(429, code, message, headers);
  }

  #noteRefused(what: RateId | 'concurrency' | 'size'): void {
    this.#refused.set(what, (this.#refused.get(what) ?? 0) + 1);
  }
}

function keyOf(rate: RateId, appId: string, mailbox: string | null): string {
  return rate === 'mailbox-requests' || rate === 'mailbox-upload' ? `${appId} ${mailbox ?? ''}` : appId;
}

function nothing(): void {
  // A request that counts towards nothing gives nothing back.
}

/** A step of an address as it is meant; what cannot be read counts as it stands, and is refused later. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
