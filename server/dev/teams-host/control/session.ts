import { askLocal } from './local-api.ts';
import type { SignIn } from './local-api.ts';

/** Keeps one person signed in: hands out tokens that still live and renews them in time. */
export class Session {
  #signIn: SignIn;
  #renewAt: number;
  #renewing: Promise<void> | undefined;

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
    this.#renewAt = renewalTime(signIn);
  }

  /** @throws LocalProblem when nobody has this id */
  static async open(personId: string): Promise<Session> {
    return new Session(await askLocal<SignIn>('sign-in', 'POST', { personId }));
  }

  get person(): SignIn['person'] {
    return this.#signIn.person;
  }

  get tenantId(): string {
    return this.#signIn.tenantId;
  }

  async graphToken(): Promise<string> {
    await this.#fresh();
    return this.#signIn.graphToken;
  }

  async apiToken(): Promise<string> {
    await this.#fresh();
    return this.#signIn.apiToken;
  }

  /** Signs in again whatever the clock says; for when Graph has refused a token. */
  async renew(): Promise<void> {
    this.#renewing ??= askLocal<SignIn>('sign-in', 'POST', { personId: this.person.id })
      .then((signIn) => {
        this.#signIn = signIn;
        this.#renewAt = renewalTime(signIn);
      })
      .finally(() => {
        this.#renewing = undefined;
      });
    await this.#renewing;
  }

  async #fresh(): Promise<void> {
    if (Date.now() >= this.#renewAt) await this.renew();
  }
}

/** Five minutes before the end, so that an app never gets a token about to die. */
function renewalTime(signIn: SignIn): number {
  return Date.now() + (signIn.expiresIn - 300) * 1000;
}
