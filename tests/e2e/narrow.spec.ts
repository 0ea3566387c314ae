import type { FrameLocator, Page } from '@playwright/test';
import { duologueIn, expect, stageOfFile, test } from './duologue.ts';
import { oneToOneOf } from './one-to-one.ts';

const stage = stageOfFile();
const here = encodeURIComponent;

async function goTo(page: Page, place: string): Promise<void> {
  await page.goto(`${stage().trial.microsoft365.origin}/?person=${stage().idOf('priya')}#${place}`);
}

/** Makes the window as wide as the frame inside needs to be for a width of its own. */
async function fitTo(page: Page, frame: FrameLocator, width: number): Promise<void> {
  // Twice, because the host lays itself out anew when it gets narrow.
  for (let tries = 0; tries < 2; tries += 1) {
    const shown = await frame.locator('html').evaluate(() => innerWidth);
    const window = page.viewportSize() ?? { width: 1280, height: 860 };
    await page.setViewportSize({ width: window.width + width - shown, height: window.height });
  }
  await expect.poll(() => frame.locator('html').evaluate(() => innerWidth)).toBe(width);
}

/** What sticks out on the side, by name; empty where nothing makes the page scroll sideways. */
function tooWide(frame: FrameLocator): Promise<string[]> {
  return frame.locator('html').evaluate((html) => {
    if (html.scrollWidth <= html.clientWidth) return [];
    return [...html.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > html.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
  });
}

for (const width of [320, 640]) {
  test(`the personal tab fits into ${width} pixels, page by page`, async () => {
    test.setTimeout(90_000);
    const pair = await oneToOneOf(stage(), 'priya', 'tomasz');
    const page = await stage().open('priya', '/duologue', { width: width + 68 });
    const tab = duologueIn(page, 'personal tab');
    await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
    await fitTo(page, tab, width);
    for (const [place, heading] of [
      ['', /^Good morning/],
      ['people', /people/i],
      [`people/${pair.pairId}`, /Tomasz/],
      [`people/${pair.pairId}/measures`, /Tomasz/],
      [`meetings/${pair.meetingId}`, /Priya and Tomasz/],
      ['policy', /./],
    ] as const) {
      await goTo(page, `/duologue/home/${here(place)}`);
      await expect(tab.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      expect(await tooWide(tab), place).toEqual([]);
    }
    // What has no room in the row of tabs is in the menu at its end.
    const people = tab.getByRole('tab', { name: 'My people' });
    if (!(await people.isVisible())) {
      await tab.getByRole('button', { name: 'More', exact: true }).click();
      await tab.getByRole('menuitem', { name: 'My people' }).click();
    } else await people.click();
    await expect(people).toHaveAttribute('aria-selected', 'true');
    await tab
      .getByRole('button', { name: /Schedule one-to-ones with Yusuf/ })
      .first()
      .click();
    await tab.getByRole('radio').first().waitFor();
    expect(await tooWide(tab), 'choosing a time').toEqual([]);
    await tab.getByRole('button', { name: 'Check and book' }).click();
    await expect(tab.getByText(/Yusuf gets one invitation/)).toBeVisible();
    expect(await tooWide(tab), 'checking it').toEqual([]);
  });
}

test('[C1] at 200 % zoom the side panel still shows its parts, what was said and where to type', async () => {
  const pair = await oneToOneOf(stage(), 'priya', 'siobhan');
  // A window of 1280 by 860 at twice the size.
  const page = await stage().open('priya', `/meeting/${here(pair.eventId['priya'] ?? '')}`, {
    width: 640,
    height: 430,
    settings: { isSidePanelOpen: true },
  });
  const panel = duologueIn(page, 'side panel');
  await panel.getByRole('button', { name: /^Start/ }).click();
  for (const part of ['Last time', 'Agenda', 'Record', 'Close']) {
    await panel.getByRole('tab', { name: part }).click();
    await expect(panel.getByRole('tabpanel', { name: part })).toBeVisible();
    expect(await panel.locator('html').evaluate(() => innerWidth)).toBe(280);
    expect(await tooWide(panel), part).toEqual([]);
  }
  await panel.getByRole('tab', { name: 'Record' }).click();
  const box = panel.getByRole('textbox', { name: /^Type a point or an action/ });
  await box.fill('Read at twice the size');
  await box.press('Control+Enter');
  const said = panel.getByText('Read at twice the size');
  await expect(said).toBeInViewport();
  for (const one of [said, box, panel.getByRole('tab', { name: 'Close' })]) {
    await one.scrollIntoViewIfNeeded();
    await expect(one).toBeInViewport({ ratio: 1 });
  }
});
