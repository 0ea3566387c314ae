import type { Actor, Person } from '#core/people/person.ts';

/** The organisation's directory, read on the actor's behalf. @throws Failure */
export interface Directory {
  me(actor: Actor): Promise<Person>;
  directReports(actor: Actor): Promise<readonly Person[]>;
  /** People of the organisation whose name begins so, a few of them. */
  find(actor: Actor, name: string): Promise<readonly Person[]>;
  /** One of them; null: nobody of that id. */
  person(actor: Actor, id: string): Promise<Person | null>;
  /** Those of these people whom the directory no longer has, or no longer lets sign in. */
  goneOf(actor: Actor, personIds: readonly string[]): Promise<ReadonlySet<string>>;
}
