import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type * as teamsJs from '@microsoft/teams-js';
import type { Frame, Page } from '@playwright/test';
import { personClient } from '#tests/support/person-client.ts';
import { expect, stageOfFile, test } from './duologue.ts';
import { oneToOneOf, type OneToOne } from './one-to-one.ts';

const stage = stageOfFile();
let pair: OneToOne;

test.beforeAll(async () => {
  pair = await oneToOneOf(stage(), 'priya', 'tomasz');
});

const library = readFileSync(
  createRequire(import.meta.url).resolve('@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
  'utf8',
);

declare global {
  // The unmodified library, as a plain script leaves it in a page.
  var microsoftTeams: typeof teamsJs;
}

/** A window of that person in which another, empty app of the same address stands in Duologue's place, with the real teams-js. */
async function openWithApp(key: string, place: string): Promise<Page> {
  const { trial } = stage();
  const page = await stage().open(key, '/calendar');
  const html = `<!doctype html><title>App</title><script>${library}</script><script>
    microsoftTeams.app.initialize(['${trial.microsoft365.origin}']).then(() => {
      microsoftTeams.app.notifySuccess();
    });
  </script>`;
  await page.context().route(
    (url) => url.origin === trial.origin && /^\/(tab|setup|sign-in)/.test(url.pathname),
    (route) => route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto(`${trial.microsoft365.origin}/?person=${stage().idOf(key)}#${place}`);
  return page;
}

/** The frame of the app under a title, once the app has started. */
async function appIn(page: Page, title: string): Promise<Frame> {
  const element = page.locator(`iframe[title="${title}"]`);
  await expect(page.getByText('Loading Duologue')).toHaveCount(0);
  const handle = await element.elementHandle();
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error(`There is no frame ${title}`);
  return frame;
}

async function eventsOf(key: string, subject: string): Promise<{ start: { dateTime: string }; type: string }[]> {
  const client = await personClient(stage().trial, stage().idOf(key));
  const view = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-12-12T00:00:00Z&$top=200&$orderby=start/dateTime';
  const answer = await client.graph(`/me/calendarView?${view}&$filter=subject eq '${subject}'`);
  return answer['value'] as { start: { dateTime: string }; type: string }[];
}

test('an event is made on empty time, dragged with all of its series, and moved alone by keys', async () => {
  const page = await stage().open('priya', '/calendar/2026-11-26');
  const day = page.getByRole('group', { name: 'Fri 27 Nov' });
  await expect(page.getByRole('link', { name: /One-to-one/ }).first()).toBeVisible();
  const place = await day.boundingBox();
  const scrolled = (await page.getByRole('group', { name: 'Thu 26 Nov' }).boundingBox())?.y ?? 0;
  const at = (hour: number): number => scrolled + hour * 56 + 2;
  const x = (place?.x ?? 0) + 20;
  await page.mouse.move(x, at(16.5));
  await page.mouse.down();
  await page.mouse.move(x, at(17.4), { steps: 3 });
  await page.mouse.up();
  const form = page.getByRole('dialog', { name: 'New event' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Winter rota');
  await form.getByRole('combobox', { name: 'Invite people' }).pressSequentially('Tomasz');
  await page.getByRole('option', { name: /Tomasz/ }).click();
  await form.getByRole('combobox', { name: 'Repeats' }).click();
  await page.getByRole('option', { name: 'Every week on Friday' }).click();
  await form.getByRole('button', { name: 'Send' }).click();
  const made = page.getByRole('link', { name: 'Winter rota, 16:30 to 17:30' });
  await expect(made).toBeVisible();
  await expect.poll(async () => (await eventsOf('tomasz', 'Winter rota')).length).toBe(3);

  const box = await made.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 20 - (place?.width ?? 0), (box?.y ?? 0) + 12 - 56, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('radio', { name: 'The whole series, by as much' }).click();
  await page.getByRole('button', { name: 'Send update' }).click();
  const moved = page.getByRole('link', { name: 'Winter rota, 15:30 to 16:30' });
  await expect(moved).toBeVisible();
  await expect
    .poll(async () => (await eventsOf('tomasz', 'Winter rota')).map((event) => event.start.dateTime.slice(0, 16)))
    .toEqual(['2026-11-26T15:30', '2026-12-03T15:30', '2026-12-10T15:30']);

  await moved.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send update' }).click();
  await expect(page.getByRole('link', { name: 'Winter rota, 16:00 to 17:00' })).toBeVisible();
  const types = (await eventsOf('tomasz', 'Winter rota')).map((event) => event.type);
  expect(types).toEqual(['exception', 'occurrence', 'occurrence']);
});

test('somebody invited proposes another time, answers where the mail is read, and the organiser hears of it', async () => {
  const page = await stage().open('kwame', '/calendar/2026-11-26');
  const opener = page.getByRole('button', { name: 'New event' }).first();
  await opener.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New event' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await opener.press('Enter');
  const form = page.getByRole('dialog', { name: 'New event' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Rent letters');
  await form.getByRole('combobox', { name: 'Invite people' }).pressSequentially('Priya');
  await page.getByRole('option', { name: /Priya/ }).click();
  await form.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => stage().ledger('invitation', 'priya').length).toBe(1);

  const hers = await stage().open('priya', '/calendar/2026-11-26');
  await hers.getByRole('link', { name: /^Rent letters/ }).focus();
  await hers.keyboard.press('Alt+ArrowDown');
  await hers.keyboard.press('Enter');
  await expect(hers.getByText(/^Only Kwame .* can move this/)).toBeVisible();
  await hers.getByRole('button', { name: 'Send proposal' }).click();
  await expect.poll(() => stage().ledger('response', 'kwame').length).toBe(1);
  const kwame = await personClient(stage().trial, stage().idOf('kwame'));
  const { value } = await kwame.graph("/me/events?$filter=subject eq 'Rent letters'&$select=start,attendees");
  const [event] = value as { start: { dateTime: string }; attendees: { proposedNewTime?: { start: object } }[] }[];
  expect(event?.attendees[0]?.proposedNewTime?.start).not.toEqual(event?.start);

  await hers.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: /Mail/ }).click();
  await hers.getByRole('region', { name: 'Mails' }).getByText('Rent letters').first().click();
  const pane = hers.getByRole('region', { name: 'Reading pane' });
  await pane.getByRole('button', { name: 'Decline' }).click();
  await hers.getByRole('textbox', { name: /A word to Kwame/ }).fill('Away that day');
  await hers.getByRole('button', { name: 'Send answer' }).click();
  await expect.poll(() => stage().ledger('response', 'kwame').length).toBe(2);
  await page.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: /Mail/ }).click();
  await page
    .getByRole('region', { name: 'Mails' })
    .getByText(/Declined.*Rent letters/)
    .first()
    .click();
  const text = page.frameLocator('iframe[title="Text of the mail"]');
  await expect(text.getByText('Away that day')).toBeVisible();
});

test('what one writes in a chat the other reads, and an app without its tab is added and removed', async () => {
  const place = `/chat/${encodeURIComponent(pair.chatId)}`;
  const hers = await stage().open('priya', place);
  const his = await stage().open('tomasz', place);
  await hers.getByRole('textbox', { name: 'Type a message' }).fill('See you at <three>');
  await hers.keyboard.press('Enter');
  await expect(his.getByRole('list', { name: 'Messages' }).getByText('See you at <three>')).toBeVisible();
  const tabs = hers.getByRole('tablist', { name: 'Tabs of this chat' });
  await hers.getByRole('button', { name: 'More' }).first().click();
  await hers.getByRole('menuitem', { name: /Remove Duologue/ }).click();
  await expect(tabs.getByRole('tab', { name: 'Duologue' })).toHaveCount(0);
  await hers.getByRole('button', { name: 'Add a tab' }).click();
  await hers.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(tabs.getByRole('tab', { name: 'Duologue' })).toBeVisible();
  await expect(his.getByText('Priya Raman added Duologue')).toBeVisible();
});

test('an app signs in through a window of its own, picks people, and a function nobody has is refused and shown', async () => {
  const page = await openWithApp('priya', '/duologue');
  const app = await appIn(page, 'Duologue, personal tab');
  const secure = `https://${new URL(stage().trial.origin).hostname}`;
  const signIn = `<!doctype html><script>${library}</script><script>
    microsoftTeams.app.initialize(['${stage().trial.microsoft365.origin}']).then(() => {
      microsoftTeams.authentication.notifySuccess('a code for ' + location.search);
    });
  </script>`;
  await page
    .context()
    .route(`${secure}/sign-in*`, (route) => route.fulfill({ contentType: 'text/html', body: signIn }));
  const opening = page.context().waitForEvent('page');
  const signedIn = app.evaluate(
    (url) => microsoftTeams.authentication.authenticate({ url, width: 400, height: 400 }),
    `${secure}/sign-in?for=priya`,
  );
  await opening;
  expect(await signedIn).toBe('a code for ?for=priya');

  const picking = app.evaluate(() => microsoftTeams.people.selectPeople({ title: 'Who comes', singleSelect: true }));
  const picker = page.getByRole('dialog', { name: 'Who comes' });
  await picker.getByRole('combobox').pressSequentially('Tomasz');
  await page.getByRole('option', { name: /Tomasz/ }).click();
  await picker.getByRole('button', { name: 'Choose' }).click();
  expect((await picking).map((one) => one.objectId)).toEqual([stage().idOf('tomasz')]);

  await app.evaluate(() => {
    parent.postMessage({ id: 900, func: 'remoteCamera.getCapableParticipants', args: [] }, '*');
  });
  await page
    .getByRole('navigation', { name: 'Teams' })
    .getByRole('link', { name: /Log.*1 not supported here/ })
    .click();
  const row = page.getByRole('row', { name: /remoteCamera.getCapableParticipants not supported/ });
  await expect(row).toBeVisible();

  await page.getByRole('button', { name: 'Phone width, 360' }).click();
  await page.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: 'Duologue' }).click();
  await page.getByRole('button', { name: 'Load the app again' }).click();
  const onPhone = await appIn(page, 'Duologue, personal tab');
  const asked = onPhone.evaluate(async () => {
    await microsoftTeams.app.initialize();
    return [(await microsoftTeams.app.getContext()).app.host.clientType, innerWidth];
  });
  expect(await asked).toEqual(['android', 360]);
});

test('a tab is set up on the app’s own page: valid when the app says so, and saved when it says so', async () => {
  const page = await openWithApp('priya', `/chat/${encodeURIComponent(pair.chatId)}`);
  await page.getByRole('button', { name: 'Add a tab' }).click();
  await page.getByRole('textbox', { name: /sets up a tab/ }).fill(`${stage().trial.origin}/setup.html`);
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up a tab of Duologue' });
  const app = await appIn(page, 'Setting up a tab');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await app.evaluate((contentUrl) => {
    const { config } = microsoftTeams.pages;
    config.registerOnSaveHandler((saving) => {
      void config.setConfig({ contentUrl, entityId: 'rota', suggestedDisplayName: 'Rota' }).then(() => {
        saving.notifySuccess();
      });
    });
    config.setValidityState(true);
  }, `${stage().trial.origin}/tab.html`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  // Duologue's own manifest pins its tab, so what the page has set up is said and not kept.
  await expect(page.getByText('The app has saved; nothing is kept', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Rota, .*tab.html/)).toBeVisible();
});

test('a task is added in To Do and ticked off, and stands so in the mailbox', async () => {
  const page = await stage().open('priya', '/todo');
  await page.getByRole('textbox', { name: 'Add a task' }).fill('Ring the contractor');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Ring the contractor' }).click();
  await expect(page.getByRole('checkbox', { name: 'Ring the contractor' })).toBeChecked();
  const client = await personClient(stage().trial, stage().idOf('priya'));
  const lists = (await client.graph('/me/todo/lists'))['value'] as { id: string }[];
  const tasks = await client.graph(`/me/todo/lists/${encodeURIComponent(lists[0]?.id ?? '')}/tasks`);
  expect(tasks['value']).toMatchObject([{ title: 'Ring the contractor', status: 'completed' }]);
});

test('no page of the shell has a fault that axe can find, nor the calendar in the other themes', async () => {
  test.setTimeout(120_000);
  const page = await stage().open('priya', '/log');
  const found: string[] = [];
  const look = async (place: string, rules: string[]): Promise<void> => {
    const axe = new AxeBuilder({ page }).exclude('iframe').exclude('[data-tabster-dummy]');
    const { violations } = await (rules.length === 0 ? axe : axe.withRules(rules)).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${place}: ${id} ${target.join(' ')} ${failureSummary ?? ''}`);
  };
  for (const [place, words] of [
    ['/log', 'Messages with the app'],
    ['/mail', 'Choose a mail'],
    ['/todo', 'Add a task'],
    [`/chat/${encodeURIComponent(pair.chatId)}`, 'Find a chat'],
    ['/calendar/2026-11-26', 'Thu 26 Nov'],
  ] as const) {
    await page.goto(`${stage().trial.microsoft365.origin}/?person=${stage().idOf('priya')}#${place}`);
    await expect(page.getByText(words).or(page.getByPlaceholder(words)).first()).toBeVisible();
    await look(place, []);
  }
  for (const theme of ['Dark', 'High contrast']) {
    await page.getByRole('combobox', { name: 'Theme' }).click();
    await page.getByRole('option', { name: theme, exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveText(theme);
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    await look(theme, ['color-contrast']);
  }
  expect(found).toEqual([]);
});
