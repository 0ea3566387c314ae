import type { Page } from '@playwright/test';
import { addDays } from '#core/time.ts';
import { personClient } from '#tests/support/person-client.ts';
import { duologueIn, expect, stageOfFile, test } from './duologue.ts';

const stage = stageOfFile();
const subject = /^One-to-one: Priya and Tomasz/;

/** The pair once nothing is on its way to Outlook any more, and its planned meetings by start. */
async function settledPair() {
  const priya = await personClient(stage().trial, stage().idOf('priya'));
  const home = await priya.call('home');
  const pairId = home.people.find(({ other }) => other.givenName === 'Tomasz')?.pairId ?? '';
  await expect
    .poll(async () => {
      const { deliveries } = await priya.call('pair', { params: { pairId } });
      return deliveries.filter(({ state }) => state === 'promised').length;
    })
    .toBe(0);
  const { meetings } = await priya.call('pair', { params: { pairId } });
  return meetings.filter(({ state }) => state === 'planned').toReversed();
}

/** Holds that both see so many of the one-to-ones in their calendars in the week of a day. */
async function bothSee(calendars: readonly Page[], day: string, count: number): Promise<void> {
  for (const page of calendars) {
    await page.evaluate((place) => {
      location.hash = place;
    }, `/calendar/${day}`);
    await expect(page.getByText(new RegExp(`^[A-Z][a-z]{2} ${String(Number(day.slice(8)))} `)).first()).toBeVisible();
    await expect(page.getByRole('link', { name: subject })).toHaveCount(count);
  }
}

test.setTimeout(90_000);

test('[OUT-3] [C2] one-to-ones are moved from here on, paused and gone on with, and both calendars show it', async () => {
  const page = await stage().open('priya', '/duologue');
  const tab = duologueIn(page, 'personal tab');
  const calendars = await Promise.all(['priya', 'tomasz'].map((key) => stage().open(key, '/calendar')));
  const before = await settledPair();
  await tab
    .getByRole('row', { name: /Tomasz/ })
    .getByRole('link', { name: /Tomasz/ })
    .click();
  const menu = tab.getByRole('button', { name: 'More for Tomasz' });
  await menu.click();
  await tab.getByRole('menuitem', { name: 'Move all from here on' }).click();
  await tab.getByRole('button', { name: 'Look at what will happen' }).click();
  await expect(tab.getByText('It stays the same Teams meeting')).toBeVisible();
  await tab.getByRole('button', { name: /^Move \d+ meetings/ }).click();
  await menu.waitFor();
  const moved = await settledPair();
  expect(moved.map(({ id }) => id).slice(0, before.length)).toEqual(before.map(({ id }) => id).slice(0, moved.length));
  const [, second, third] = moved;
  const old = before[1];
  if (second === undefined || third === undefined || old === undefined) throw new Error('too few');
  expect(second.start).not.toBe(old.start);
  const dayOf = ({ start }: { readonly start: string }): string => start.slice(0, 10);
  await bothSee(calendars, dayOf(second), 1);

  await menu.click();
  await tab.getByRole('menuitem', { name: 'Pause for an absence' }).click();
  await tab.getByLabel('First day').fill(dayOf(second));
  await tab.getByLabel('Last day').fill(addDays(dayOf(third), 1));
  await expect(tab.getByText(/^2 meetings are called off/)).toBeVisible();
  await tab.getByRole('button', { name: /^Pause until/ }).click();
  await expect(tab.getByRole('button', { name: 'Go on earlier' })).toBeVisible({ timeout: 30_000 });
  await settledPair();
  await bothSee(calendars, dayOf(third), 0);

  await tab.getByRole('button', { name: 'Go on earlier' }).click();
  await tab.getByLabel('From').fill(dayOf(third));
  await tab.getByRole('button', { name: /^Go on from/ }).click();
  await expect(tab.getByRole('dialog')).toHaveCount(0);
  const back = await settledPair();
  expect(back.map(({ start }) => start)).toContain(third.start);
  await bothSee(calendars, dayOf(third), 1);
  await bothSee(calendars, dayOf(second), 0);
});
