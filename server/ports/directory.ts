import type { Actor, Person } from '#core/people/person.ts';

/** The organisation's directory, read on the actor's behalf. @throws Failure */
export interface Directory {
  me(actor: Actor): Promise<Person>;
  directReports(actor: Actor): Promise<readonly Person[]>;
  /** Those of these people whom the directory no longer has, or no longer lets sign in. */
  goneOf(actor: Actor, personIds: readonly string[]): Promise<ReadonlySet<string>>;
}
