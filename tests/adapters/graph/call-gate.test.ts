import { afterEach, describe, expect, it } from 'vitest';
import { callGate, type CallGate, type Manner, type Verdict } from '#server/adapters/graph/call-gate.ts';
import { lanesOfCall, type LaneNames } from '#server/adapters/graph/lanes-of-call.ts';
import { virtualTime, type VirtualTime } from '#server/dev/virtual-time.ts';
import { Failure } from '#server/ports/failures.ts';

const taken: Verdict = { kind: 'taken' };
const latency = 100;

let time: VirtualTime | null = null;

afterEach(() => time?.stop());

function started(): { time: VirtualTime; gate: CallGate } {
  time = virtualTime(0);
  return { time, gate: callGate(time.timing) };
}

function mailbox(name: string): LaneNames {
  return lanesOfCall({ tenantId: 't', personId: name }, 'GET', '/me/events');
}

/** An Outlook that lets so many in at once, for each mailbox and in all. */
function outlook(time: VirtualTime, perMailbox: number, inAll: number) {
  const inside: string[] = [];
  const seen = { refused: 0, most: 0, calls: 0 };
  return {
    seen,
    async call(name: string): Promise<{ result: boolean; verdict: Verdict }> {
      seen.calls += 1;
      if (inside.length >= inAll || inside.filter((one) => one === name).length >= perMailbox) {
        seen.refused += 1;
        return { result: false, verdict: { kind: 'refused', seconds: 1 } };
      }
      inside.push(name);
      seen.most = Math.max(seen.most, inside.length);
      await time.timing.pause(latency);
      inside.splice(inside.indexOf(name), 1);
      return { result: true, verdict: taken };
    },
  };
}

/** Keeps calling until each call was taken. */
async function insist(gate: CallGate, names: LaneNames, call: () => ReturnType<ReturnType<typeof outlook>['call']>) {
  while (!(await gate.through(names, call)));
}

function all(count: number, mailboxes: number, one: (name: string) => Promise<unknown>): Promise<unknown> {
  return Promise.all(Array.from({ length: count }, (_, at) => one(`m${at % mailboxes}`)));
}

describe('calls to Outlook', () => {
  it('are no more than four at once for one mailbox, in the order they came', async () => {
    const { time, gate } = started();
    const there = outlook(time, 4, Infinity);
    await all(40, 1, (name) => insist(gate, mailbox(name), () => there.call(name)));
    expect(there.seen).toEqual({ refused: 0, most: 4, calls: 40 });
    expect(time.now()).toBe(10 * latency);
  });

  it.each([
    { reading: 'for each mailbox', inAll: Infinity, least: 800 / 64 },
    { reading: 'for the application', inAll: 4, least: 800 / 4 },
  ])('find out by themselves that four at once are meant $reading', async ({ inAll, least }) => {
    const { time, gate } = started();
    const there = outlook(time, 4, inAll);
    await all(800, 200, (name) => insist(gate, mailbox(name), () => there.call(name)));
    expect(there.seen.refused / there.seen.calls).toBeLessThan(0.01);
    expect(time.now()).toBeLessThan(least * latency * 1.1 + 1_500);
  });

  it('keep a mailbox quiet that asked for it, and nobody else', async () => {
    const { time, gate } = started();
    const at: Record<string, number[]> = { one: [], other: [] };
    const note = (name: string) => () => {
      at[name]?.push(time.now());
      return Promise.resolve({ result: true, verdict: taken });
    };
    await gate.through(mailbox('one'), () =>
      Promise.resolve({ result: false, verdict: { kind: 'refused', seconds: 3 } }),
    );
    await Promise.all([
      gate.through(mailbox('one'), note('one')),
      gate.through(mailbox('one'), note('one')),
      gate.through(mailbox('other'), note('other')),
    ]);
    expect(at).toEqual({ one: [3_000, 3_000], other: [0] });
  });

  it('are not sent at all where a mailbox wants quiet for longer than anybody would wait', async () => {
    const { gate } = started();
    await gate.through(mailbox('one'), () =>
      Promise.resolve({ result: false, verdict: { kind: 'refused', seconds: 60 } }),
    );
    const sent: string[] = [];
    const unsent = gate.through(mailbox('one'), () => {
      sent.push('one');
      return Promise.resolve({ result: true, verdict: taken });
    });
    await expect(unsent).rejects.toThrow(Failure);
    await expect(unsent).rejects.toMatchObject({ code: 'outlook-throttled', details: { retryAfterSeconds: 60 } });
    expect(sent).toEqual([]);
  });

  it('wait longer each time where nobody says how long, and not at all again once they are taken', async () => {
    const { time, gate } = started();
    const refused: Verdict = { kind: 'refused', seconds: undefined };
    const at: number[] = [];
    for (const verdict of [refused, refused, refused, taken, refused, taken]) {
      await gate.through(mailbox('one'), () => {
        at.push(time.now());
        return Promise.resolve({ result: true, verdict });
      });
    }
    expect(at).toEqual([0, 1_000, 3_000, 7_000, 7_000, 8_000]);
  });

  it('are kept quiet altogether when mailbox after mailbox refuses with hardly anything under way', async () => {
    const { time, gate } = started();
    for (const name of ['a', 'b', 'c'])
      await gate.through(mailbox(name), () =>
        Promise.resolve({ result: false, verdict: { kind: 'refused', seconds: 4 } }),
      );
    await gate.through(mailbox('d'), () => Promise.resolve({ result: true, verdict: taken }));
    expect(time.now()).toBe(4_000);
  });
});

describe('calls nobody waits for', () => {
  it('let others go first, one in sixty-four apart, and take what is left', async () => {
    const { time, gate } = started();
    const there = outlook(time, 4, 4);
    const order: string[] = [];
    const one = (name: string, manner: 'usual' | 'following') =>
      gate.through(
        mailbox(name),
        () => {
          order.push(manner);
          return there.call(name);
        },
        manner,
      );
    await Promise.all([
      ...Array.from({ length: 40 }, (_, at) => one(`p${at}`, 'following')),
      ...Array.from({ length: 64 }, (_, at) => one(`u${at}`, 'usual')),
    ]);
    expect(order.slice(0, 68).filter((manner) => manner === 'following').length).toBeLessThan(7);
    expect(order.filter((manner) => manner === 'following').length).toBe(40);
  });
});

describe('calls about booking for many', () => {
  it('come after what people wait for and after what changed in Outlook; more is looked for when few are left', async () => {
    const { time, gate } = started();
    const order: string[] = [];
    const one = (manner: Manner) =>
      gate.through(
        mailbox('m'),
        async () => {
          order.push(manner);
          await time.timing.pause(latency);
          return { result: true, verdict: taken };
        },
        manner,
      );
    const manners = ['following', 'ahead', 'for-many', 'told', 'usual'] as const;
    const many = Array.from({ length: 8 }, () => 'for-many' as const);
    // The first four find nobody before them.
    await Promise.all([
      ...Array.from({ length: 4 }, () => one('usual')),
      ...[...manners, ...manners, ...many].map(one),
    ]);
    const [two, three] = [many.slice(0, 2), many.slice(0, 3)];
    expect(order.slice(4)).toEqual([
      'usual',
      'usual',
      'told',
      'told',
      ...three,
      'ahead',
      'ahead',
      ...two,
      ...two,
      ...three,
      'following',
      'following',
    ]);
  });
});

describe('calls to Teams', () => {
  const install = lanesOfCall({ tenantId: 't', personId: 'p' }, 'POST', '/chats/19%3Aabc%40thread.v2/installedApps');

  it('are at most thirty in any second, and hardly fewer', async () => {
    const { time, gate } = started();
    const at: number[] = [];
    await all(300, 1, async () => {
      await gate.through(install, () => {
        at.push(time.now());
        return Promise.resolve({ result: true, verdict: taken });
      });
    });
    for (const [index, from] of at.entries())
      expect(at.slice(index).filter((one) => one < from + 1_000).length).toBeLessThanOrEqual(30);
    expect(time.now()).toBeLessThan(9_000 * 1.05);
  });

  it('become fewer when somebody else uses up what is allowed, and as many again afterwards', async () => {
    const { time, gate } = started();
    let refused = 0;
    let used = 0;
    let window = -1;
    const call = (most: number) => () => {
      const second = Math.floor(time.now() / 1_000);
      if (second !== window) [window, used] = [second, 0];
      used += 1;
      if (used <= most) return Promise.resolve({ result: true, verdict: taken });
      refused += 1;
      return Promise.resolve({ result: false, verdict: { kind: 'refused' as const, seconds: 1 } });
    };
    await all(400, 1, () => insist(gate, install, call(20)));
    expect(refused).toBeLessThan(60);
    const half = time.now();
    await all(1_500, 1, () => insist(gate, install, call(30)));
    expect(time.now() - half).toBeLessThan(110_000);
  });
});

describe('the lanes of a call', () => {
  const actor = { tenantId: 't', personId: 'p' };
  it.each([
    ['POST', '/me/events', ['mailbox t/p', 'outlook t']],
    ['GET', '/users/Q-1/calendarView?startDateTime=1', ['mailbox t/q-1', 'outlook t']],
    ['POST', '/me/calendar/getSchedule', ['mailbox t/p', 'outlook t']],
    ['POST', '/me/sendMail', ['mailbox t/p', 'outlook t']],
    ['GET', '/me/onlineMeetings?$filter=x', ['service t/onlinemeetings', 'person t/p']],
    ['GET', '/me/directReports', ['service t/directory', 'person t/p']],
    ['GET', '/me?$select=id', ['service t/directory', 'person t/p']],
    ['GET', '/chats/19%3Aa/installedApps?$expand=teamsApp', ['chats t']],
    ['POST', '/chats/19%3Aa/installedApps', ['installs t']],
    ['POST', '/chats/19%3Aa/tabs', ['installs t']],
    ['GET', '/chats/19%3Aa/messages', ['messages t']],
    ['POST', '/users/Q-1/teamwork/sendActivityNotification', ['activity t']],
    ['POST', '/subscriptions', ['service t/subscriptions']],
  ])('%s %s', (method, path, lanes) => {
    expect(lanesOfCall(actor, method, path).map(({ kind, of }) => `${kind} ${of}`)).toEqual(lanes);
  });
});
