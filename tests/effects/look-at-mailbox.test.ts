import { describe, expect, it } from 'vitest';
import { isWhole, lookSeconds, newsIn } from '#server/effects/look-at-mailbox.ts';
import type { Watch } from '#server/ports/following.ts';

const now = '2026-11-26T10:00:00.000Z';

function watching(changes: Partial<Watch> = {}): Watch {
  return {
    tenantId: 't',
    mailboxId: 'm',
    subscriptionId: 's',
    subscribedUntil: '2026-12-03T10:00:00.000Z',
    subscribeAfter: null,
    deltaLink: 'link',
    deltaSince: '2026-11-25T10:00:00.000Z',
    hints: [],
    hintCount: 0,
    made: [],
    lookAt: now,
    lookedAt: '2026-11-26T09:55:00.000Z',
    zonesAt: '2026-11-26T09:55:00.000Z',
    wholeAt: '2026-11-26T09:00:00.000Z',
    behindSince: null,
    ...changes,
  };
}

describe('what a mailbox was told', () => {
  const made = ['W/"ours"'];

  it('[C2] is no news where it is the very version Duologue made', () => {
    expect(newsIn(watching({ made, hints: ['event W/"ours"', 'event W/"ours"'] }))).toEqual([]);
  });

  it('[C2] is news where somebody changed it since, where no version was told, and about anything else', () => {
    const hints = ['event W/"theirs"', 'event', 'another W/"another"'];
    expect(newsIn(watching({ made, hints }))).toEqual(['event', 'event', 'another']);
  });
});

describe('a mailbox', () => {
  it('is looked through as a whole at first, once a day, and when its link is old', () => {
    expect(isWhole(watching(), now)).toBe(false);
    expect(isWhole(watching({ deltaLink: null }), now)).toBe(true);
    expect(isWhole(watching({ wholeAt: null }), now)).toBe(true);
    expect(isWhole(watching({ wholeAt: '2026-11-25T10:00:00.000Z' }), now)).toBe(true);
    expect(isWhole(watching({ deltaSince: '2026-10-20T10:00:00.000Z' }), now)).toBe(true);
  });

  it('[OUT-3] [C2] is looked at again soon enough that what changed just after a look is followed within the poll', () => {
    // Taken up five seconds late at most, and read in a few calls.
    const late = 5 + 3;
    for (const minutes of [1, 10, 240]) {
      expect(lookSeconds(minutes) + late).toBeLessThanOrEqual(minutes * 60);
      expect(lookSeconds(minutes)).toBeGreaterThanOrEqual(minutes * 60 - 15);
    }
  });
});
