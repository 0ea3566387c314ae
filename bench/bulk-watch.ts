import type { VirtualTime } from '#server/dev/virtual-time.ts';

/** What a call to Graph is for, told from its address. The first that fits. */
const purposes = [
  ['plan', 'POST', /\/getSchedule$/],
  ['create', 'POST', /\/events$/],
  ['change', 'PATCH', /\/events\/[^/]+$/],
  ['change', 'POST', /\/events\/[^/]+\/cancel$/],
  ['find', 'GET', /\/instances\?(?!.*attendees)/],
  ['chat', 'GET', /\/onlineMeetings\?/],
  ['installed', 'GET', /\/installedApps\?/],
  ['install', 'POST', /\/installedApps$/],
  ['follow', 'GET', /\/(events|calendarView)[/?]/],
] as const;

type Purpose = (typeof purposes)[number][0] | 'other';

/** A booking is done once these are. */
const booking: ReadonlySet<Purpose> = new Set(['create', 'change', 'install']);

/** What a run has seen of its calls to Graph. */
export interface Seen {
  calls: number;
  throttled: number;
  /** When the last call ended that was part of a booking; epoch milliseconds. */
  lastAt: number;
  /** Series of which a single meeting was looked for. */
  readonly searched: Set<string>;
  readonly total: Map<Purpose, number>;
  readonly underWay: Map<Purpose, number>;
}

export function nothingSeen(now: number): Seen {
  return { calls: 0, throttled: 0, lastAt: now, searched: new Set(), total: new Map(), underWay: new Map() };
}

function purposeOf(method: string, url: string): Purpose {
  return purposes.find(([, verb, pattern]) => verb === method && pattern.test(url))?.[0] ?? 'other';
}

function add(to: Map<Purpose, number>, purpose: Purpose, by: number): void {
  to.set(purpose, (to.get(purpose) ?? 0) + by);
}

const bodiless = new Set([204, 205, 304]);

/** Every call of this process stops time while it is on its way, and those to Graph are counted. */
export function watchedFetch(time: VirtualTime, real: typeof fetch, graph: () => string, seen: Seen): typeof fetch {
  return (input, init) =>
    time.during(async () => {
      const url = input instanceof Request ? input.url : String(input);
      const method = init?.method ?? 'GET';
      const purpose = url.startsWith(graph()) ? purposeOf(method, url) : null;
      if (purpose !== null) add(seen.underWay, purpose, 1);
      // How long anybody would wait on this machine says nothing where time stands still.
      const answer = await real(input, { ...init, signal: null });
      const body = await answer.arrayBuffer();
      if (purpose !== null) {
        add(seen.underWay, purpose, -1);
        add(seen.total, purpose, 1);
        seen.calls += 1;
        if (answer.status === 429) seen.throttled += 1;
        if (booking.has(purpose)) seen.lastAt = time.now();
        if (purpose === 'find') seen.searched.add(/\/events\/([^/]+)\//.exec(url)?.[1] ?? '');
      }
      const { status, headers } = answer;
      return new Response(bodiless.has(status) ? null : body, { status, headers });
    });
}

/** Calls so far and, after a +, under way, by what they are for. */
export function inWords({ total, underWay, throttled }: Seen): string {
  const words = [...new Set([...total.keys(), ...underWay.keys()])]
    .toSorted()
    .map((one) => `${one} ${total.get(one) ?? 0}+${underWay.get(one) ?? 0}`);
  return [...words, `refused ${throttled}`].join(', ');
}
