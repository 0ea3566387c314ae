import type { FoundPerson, MailboxClock } from '#core/people/mailbox-clock.ts';
import type { Actor, Person } from '#core/people/person.ts';

/** The organisation's directory, read on the actor's behalf. @throws Failure */
export interface Directory {
  me(actor: Actor): Promise<FoundPerson>;
  directReports(actor: Actor): Promise<readonly FoundPerson[]>;
  /** People of the organisation whose name begins so, a few of them. */
  find(actor: Actor, name: string): Promise<readonly Person[]>;
  /** One of them; null: nobody of that id. */
  person(actor: Actor, id: string): Promise<FoundPerson | null>;
  /** What the mailboxes of these people say of their clocks, by person; whose was not read or says nothing is left out. Never throws for that. */
  clocksOf(actor: Actor, people: readonly Pick<Person, 'id' | 'mail'>[]): Promise<ReadonlyMap<string, MailboxClock>>;
  /** Those of these people whom the directory no longer has, or no longer lets sign in. */
  goneOf(actor: Actor, personIds: readonly string[]): Promise<ReadonlySet<string>>;
}
