import type { RequestOf, ResponseOf, RouteName } from '#contract/api.ts';
import type { Actor } from '#core/people/person.ts';

/** What a handler is given: who, which things (checked), and what was sent (parsed). */
export interface Call<Name extends RouteName> {
  readonly actor: Actor;
  /** A path parameter. */
  readonly param: (name: string) => string;
  readonly request: RequestOf<Name>;
}

export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<ResponseOf<Name>>;

/** One handler for each route of the contract: a route without one does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };
