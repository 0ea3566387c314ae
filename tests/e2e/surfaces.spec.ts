import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { duologueIn, expect, stageOfFile, test } from './duologue.ts';
import { oneToOneOf, type OneToOne } from './one-to-one.ts';

const stage = stageOfFile();
let pair: OneToOne;

test.beforeAll(async () => {
  pair = await oneToOneOf(stage(), 'priya', 'tomasz');
});

const here = encodeURIComponent;
const panelWishes = { settings: { isSidePanelOpen: true } };

async function goTo(page: Page, place: string): Promise<void> {
  await page.goto(`${stage().trial.microsoft365.origin}/?person=${stage().idOf('priya')}#${place}`);
}

/** A page no wider than its frame. */
async function expectNoSideways(frame: FrameLocator): Promise<void> {
  await expect.poll(() => frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
}

test('[C1] the personal tab opens in Teams, Outlook and Microsoft 365, for the manager and for the report alike', async () => {
  for (const hostName of ['Teams', 'Outlook', 'Office'] as const) {
    const page = await stage().open('priya', '/duologue', { settings: { hostName } });
    const hers = duologueIn(page, 'personal tab');
    await expect(hers.getByRole('heading', { name: 'Good morning, Priya' })).toBeVisible();
    await expect(hers.getByRole('row', { name: /Tomasz/ })).toBeVisible();
    await page.goto(`${stage().trial.microsoft365.origin}/?person=${stage().idOf('tomasz')}#/duologue`);
    const his = duologueIn(page, 'personal tab');
    await expect(his.getByRole('heading', { name: 'Good morning, Tomasz' })).toBeVisible();
    await expect(his.getByText(/Priya/).first()).toBeVisible();
    await expect(his.getByText(/Siobhan|Kwame/)).toHaveCount(0);
  }
});

test('[C1] the side panel opens for the right two in the meeting, exactly 280 pixels wide and never wider', async () => {
  for (const [key, other] of [
    ['priya', /^Tomasz /],
    ['tomasz', 'Priya Raman'],
  ] as const) {
    const page = await stage().open(key, `/meeting/${here(pair.eventId[key] ?? '')}`, panelWishes);
    const panel = duologueIn(page, 'side panel');
    await expect(panel.getByRole('heading', { level: 1, name: other })).toBeVisible();
    for (const part of ['Last time', 'Agenda', 'Record', 'Close']) {
      await panel.getByRole('tab', { name: part }).click();
      await expect(panel.getByRole('tabpanel', { name: part })).toBeVisible();
      expect(await panel.locator('html').evaluate((html) => html.clientWidth)).toBe(280);
      await expectNoSideways(panel);
    }
  }
});

test('[C1] the tab of the meeting chat opens the same meeting for both', async () => {
  for (const key of ['priya', 'tomasz']) {
    const tab = duologueIn(await stage().open(key, `/chat/${here(pair.chatId)}/duologue`), 'meeting chat tab');
    await expect(tab.getByRole('heading', { level: 1, name: /Priya and Tomasz, .*15:00 to 15:45/ })).toBeVisible();
    await expect(tab.getByText('Alder Court handover').first()).toBeVisible();
    await expectNoSideways(tab);
  }
});

test('[C1] beside the appointment in Outlook it opens for the organiser and for the attendee', async () => {
  for (const [key, other] of [
    ['priya', /^One-to-one with Tomasz/],
    ['tomasz', /^One-to-one with Priya/],
  ] as const) {
    const page = await stage().open(key, `/event/${here(pair.eventId[key] ?? '')}`);
    const pane = duologueIn(page, 'Outlook pane');
    await expect(pane.getByRole('heading', { level: 1, name: other })).toBeAttached();
    await expect(pane.getByText('Alder Court handover').first()).toBeVisible();
    await expectNoSideways(pane);
  }
});

test('[C1] the tab of the meeting’s details opens the same meeting for both', async () => {
  for (const key of ['priya', 'tomasz']) {
    const page = await stage().open(key, `/event/${here(pair.eventId[key] ?? '')}`);
    await page.getByRole('tablist', { name: 'Tabs of this meeting' }).getByRole('tab', { name: 'Duologue' }).click();
    const tab = duologueIn(page, 'meeting details tab');
    await expect(tab.getByRole('heading', { level: 1, name: /Priya and Tomasz, .*15:00 to 15:45/ })).toBeVisible();
    await expect(tab.getByText('Alder Court handover').first()).toBeVisible();
    await expectNoSideways(tab);
  }
});

const themes = ['Light', 'Dark', 'High contrast'] as const;

/** What axe finds wrong in Duologue's own frame in each theme, one line each. */
async function faultsIn(page: Page, surface: Parameters<typeof duologueIn>[1]): Promise<string[]> {
  const frame = duologueIn(page, surface);
  await expect(frame.locator('main')).toHaveCount(1);
  const found: string[] = [];
  for (const theme of themes) {
    await page.getByRole('combobox', { name: 'Theme' }).click();
    await page.getByRole('option', { name: theme, exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveText(theme);
    // Half-way between two themes nothing is legible, for a tenth of a second.
    await expect.poll(() => frame.locator('html').evaluate(() => document.getAnimations().length)).toBe(0);
    const axe = new AxeBuilder({ page })
      .include([`iframe[title="Duologue, ${surface}"]`, 'html'])
      // Fluent's focus keepers take the focus for an instant and hand it on; nobody ever rests on one.
      .exclude([`iframe[title="Duologue, ${surface}"]`, '[data-tabster-dummy]']);
    // A theme changes colours only; everything else was looked at in the first.
    const { violations } = await (theme === 'Light' ? axe : axe.withRules(['color-contrast'])).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${surface}, ${theme}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`);
  }
  return found;
}

test('no page of the personal tab has a fault that axe can find, in light, dark and high contrast', async () => {
  test.setTimeout(180_000);
  const page = await stage().open('priya', '/duologue');
  const found: string[] = [];
  for (const [place, heading] of [
    ['', /^Good morning/],
    ['people', /people/i],
    [`people/${pair.pairId}`, /Tomasz/],
    [`people/${pair.pairId}/schedule`, /Tomasz/],
    [`people/${pair.pairId}/change`, /^Move your one-to-ones/],
    [`meetings/${pair.meetingId}`, /Priya and Tomasz/],
    ['policy', /./],
  ] as const) {
    await goTo(page, `/duologue/home/${here(place)}`);
    await expect(duologueIn(page, 'personal tab').getByRole('heading', { level: 1, name: heading })).toBeVisible();
    found.push(...(await faultsIn(page, 'personal tab')));
  }
  expect(found).toEqual([]);
});

test('nothing beside a chat, a meeting or an appointment has a fault that axe can find, in light, dark and high contrast', async () => {
  test.setTimeout(180_000);
  const page = await stage().open('priya', '/calendar', panelWishes);
  const found: string[] = [];
  for (const [place, surface] of [
    [`/chat/${here(pair.chatId)}/duologue`, 'meeting chat tab'],
    [`/event/${here(pair.eventId['priya'] ?? '')}`, 'Outlook pane'],
    [`/meeting/${here(pair.eventId['priya'] ?? '')}`, 'side panel'],
  ] as const) {
    await goTo(page, place);
    await expect(duologueIn(page, surface).getByRole('heading', { level: 1, name: /Tomasz/ })).toBeAttached();
    found.push(...(await faultsIn(page, surface)));
  }
  for (const part of ['Last time', 'Record', 'Close']) {
    await duologueIn(page, 'side panel').getByRole('tab', { name: part }).click();
    await expect(duologueIn(page, 'side panel').getByRole('tabpanel', { name: part })).toBeVisible();
    found.push(...(await faultsIn(page, 'side panel')));
  }
  expect(found).toEqual([]);
});
