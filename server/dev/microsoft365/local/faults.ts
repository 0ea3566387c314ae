import type { Request, RequestHandler, Response } from 'express';
import type { Answer } from '../graph/request.ts';
import { freshGuid } from '../tenant/identifiers.ts';
import { faultAnswer, sendFault, sendSpoilt } from './fault-answer.ts';
import { comesAfterWork, faultDescription, keepsAnswer } from './fault-description.ts';
import type { Fault } from './fault-description.ts';
import { drawsOf, matcher } from './fault-match.ts';
import type { Passing } from './fault-match.ts';
import { HELD, holdAnswer } from './held-answer.ts';
import type { HeldAnswer } from './held-answer.ts';

const STRIKES_KEPT = 20;

/** A request on its way to Graph or the token endpoint. */
interface PassingRequest extends Passing {
  request: Request;
  response: Response;
}

interface Armed {
  fault: Fault;
  fits: (passing: Passing) => boolean;
  draw: () => number;
}

/** The faults switched on, and the one place where they are applied. */
export class Faults {
  readonly #now: () => number;
  readonly #onChange: (() => void)[] = [];
  #armed: Armed[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  list(): Fault[] {
    return this.#armed.map(({ fault }) => fault);
  }

  /** Switches a fault on. @throws a ZodError when the description does not fit. */
  add(described: unknown): Fault {
    const description = faultDescription.parse(described);
    const fault = { ...description, id: freshGuid(), hits: 0, seen: 0, strikes: [] };
    // Different faults draw apart from each other although they have one seed.
    this.#armed.push({ fault, fits: matcher(fault), draw: drawsOf(fault.seed, JSON.stringify(description)) });
    return fault;
  }

  /** Switches one fault off, or all. */
  clear(id?: string): void {
    this.#armed = id === undefined ? [] : this.#armed.filter(({ fault }) => fault.id !== id);
    for (const changed of this.#onChange) {
      changed();
    }
  }

  /** Tells when faults were switched off: what one of them held back may go on. */
  onCleared(changed: () => void): void {
    this.#onChange.push(changed);
  }

  /** The fault that strikes a change notification on its way out, if any; it is counted. */
  notification(passing: Passing): Fault | undefined {
    return this.#armed.length === 0 ? undefined : this.#next({ ...passing, alias: '/notifications' });
  }

  /** Runs a request's work with whatever fault is meant for it before, around or after. */
  async around(passing: PassingRequest, work: () => Promise<void>): Promise<void> {
    const fault = this.#strikes(passing) ? this.#next(passing) : undefined;
    if (fault === undefined) {
      await work();
      return;
    }
    if (comesAfterWork(fault)) {
      await this.#afterWork(fault, passing, work);
      return;
    }
    await pause(fault.delayMs);
    if (keepsAnswer(fault)) {
      await work();
    } else {
      sendFault(fault, passing.request, passing.response, this.#now());
    }
  }

  /** The same for one request inside a batch, which has no connection of its own: only answers and waits can go wrong. */
  async within(passing: Passing, work: () => Promise<Answer>): Promise<Answer> {
    const fault = this.#armed.length === 0 ? undefined : this.#next(passing, answersByItself);
    if (fault === undefined) {
      return work();
    }
    if (!comesAfterWork(fault)) {
      await pause(fault.delayMs);
      return keepsAnswer(fault) ? work() : faultAnswer(fault, this.#now(), undefined);
    }
    const answer = await work();
    await pause(fault.delayMs);
    return keepsAnswer(fault) ? answer : faultAnswer(fault, this.#now(), undefined);
  }

  /** Faults for whatever is neither Graph nor the token endpoint: discovery, signing keys, sign-in. */
  handler(): RequestHandler {
    return (request, response, next) => {
      // The token endpoint looks for its faults itself, where it knows who asks.
      if (this.#armed.length === 0 || request.path.endsWith('/oauth2/v2.0/token')) {
        next();
        return;
      }
      const work = (): Promise<void> =>
        new Promise((resolve) => {
          response.once(HELD, resolve);
          response.once('close', resolve);
          next();
        });
      void this.around({ method: request.method, path: request.path, personId: null, request, response }, work);
    };
  }

  /** The pages of the local Teams and Outlook look on: what goes wrong is meant for the app. */
  #strikes({ request }: PassingRequest): boolean {
    return this.#armed.length > 0 && request.get('x-local-pages') === undefined;
  }

  async #afterWork(fault: Fault, { request, response }: PassingRequest, work: () => Promise<void>): Promise<void> {
    let held = await answerHeld(response, work);
    for (let run = 1; run < fault.runs; run += 1) {
      held = await answerHeld(response, work);
    }
    await pause(fault.delayMs);
    if (keepsAnswer(fault)) {
      sendSpoilt(fault, request, response, held);
    } else {
      sendFault(fault, request, response, this.#now());
    }
  }

  #next(passing: Passing, applies: (fault: Fault) => boolean = () => true): Fault | undefined {
    for (const { fault, fits, draw } of this.#armed) {
      if (!applies(fault) || !fits(passing)) {
        continue;
      }
      fault.seen += 1;
      const isSpent = fault.times !== 'always' && fault.hits >= fault.times * (fault.reorder ?? 1);
      if (fault.seen <= fault.skip || isSpent || (fault.probability < 1 && draw() >= fault.probability)) {
        continue;
      }
      fault.hits += 1;
      const { method, path, personId } = passing;
      fault.strikes = [{ at: this.#now(), method, path, personId }, ...fault.strikes].slice(0, STRIKES_KEPT);
      return fault;
    }
    return undefined;
  }
}

async function answerHeld(response: Response, work: () => Promise<void>): Promise<HeldAnswer> {
  const take = holdAnswer(response);
  try {
    await work();
  } catch (fault) {
    take();
    throw fault;
  }
  return take();
}

function answersByItself(fault: Fault): boolean {
  return !fault.cut && fault.runs === 1 && (fault.answer === undefined || fault.answer === 'empty');
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  }
}
