import type { AppRequest } from './envelope.ts';
import type { HostServices } from './host-services.ts';
import type { HostFacts, Surface } from './surface.ts';

/** Everything one frame's requests are answered from. */
export interface FrameHost {
  readonly facts: () => HostFacts;
  /** Asked each time: a tab kept in the background may come back to another place. */
  readonly surface: () => Surface;
  readonly services: HostServices;
}

/** Answers one function of teams-js: the arguments of the reply, or nothing for a message that wants no answer. */
export type RequestHandler = (
  args: readonly unknown[],
  host: FrameHost,
  request: AppRequest,
) => Promise<readonly unknown[] | undefined>;

/** No answer is wanted. */
export const done = Promise.resolve(undefined);

/** The reply teams-js turns into a fulfilled promise, or into a rejected one with the reason. */
export function statusOf(ok: boolean, reason: string): readonly unknown[] {
  return ok ? [true] : [false, reason];
}

/** Text that says something; undefined for anything else. */
export function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts of a list; anything else is left out. */
export function wordList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The fields of an object; none for anything else. */
export function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Dialog sizes come as pixels or as small, medium and large. */
export function pixels(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value === 'small' ? 300 : value === 'medium' ? 500 : value === 'large' ? 720 : undefined;
}
