import type * as z from 'zod/mini';

/** Who may call a route. Looked up before anything is read: a route without a rule does not start. */
export type AccessRule =
  | 'anyone-signed-in'
  | 'administrator'
  | 'hr'
  | 'pair-member'
  | 'pair-supervisor'
  | 'meeting-member'
  | 'meeting-supervisor'
  | 'item-member'
  | 'jotting-author'
  | 'point-author'
  | 'action-member'
  | 'measure-member'
  | 'objective-member'
  | 'effect-member';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Express form: `/api/pairs/:pairId`. Every `:name` is a uuid. */
  readonly path: string;
  readonly access: AccessRule;
  readonly request: z.ZodMiniType;
  readonly response: z.ZodMiniType;
}
