import type { Fault } from './fault-description.ts';

/** What a fault is matched with: a request to Graph or Entra, or a change notification on its way out. */
export interface Passing {
  method: string;
  path: string;
  /** Another name the same thing goes by. */
  alias?: string;
  personId: string | null;
  appId?: string | null;
  form?: ReadonlyMap<string, string>;
}

/** Gives the test of a fault, worked out once when it is switched on. */
export function matcher(fault: Fault): (passing: Passing) => boolean {
  const pattern = new RegExp(`^${fault.path.split('*').map(escapePattern).join('.*')}$`, 'i');
  const method = fault.method?.toUpperCase();
  const grant = fault.grant === 'obo' ? 'jwt-bearer' : fault.grant;
  return (passing) =>
    (method === undefined || method === passing.method) &&
    (fault.person === undefined || fault.person === passing.personId) &&
    (fault.app === undefined || fault.app === (passing.appId ?? passing.form?.get('client_id'))) &&
    (grant === undefined || (passing.form?.get('grant_type') ?? '').includes(grant)) &&
    [passing.path, decoded(passing.path), passing.alias ?? passing.path].some((path) => pattern.test(path));
}

/** Chances from 0 to 1, one after another; the same seed for the same purpose gives the same ones. */
export function drawsOf(seed: number, purpose: string): () => number {
  let state = seed >>> 0;
  for (const letter of purpose) {
    state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x0100_0193) >>> 0;
  }
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in another order, which follows from the draws; with two or more it is never the order they had. */
export function shuffled<Thing>(things: readonly Thing[], draw: () => number): Thing[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other] as Thing, order[last] as Thing];
  }
  const isUnchanged = order.every((thing, at) => thing === things[at]);
  return isUnchanged ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
