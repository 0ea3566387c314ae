import { personClient } from '#tests/support/person-client.ts';
import { duologueIn, expect, test, type Stage } from './duologue.ts';

interface GraphEvent {
  readonly id: string;
  readonly iCalUId: string;
  readonly start: { readonly dateTime: string };
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string };
}

const span = 'startDateTime=2026-11-26T00:00:00Z&endDateTime=2027-06-30T00:00:00Z&$top=500&$orderby=start/dateTime';

/** What a person's Outlook really holds of the new series, oldest first. */
async function inOutlookOf(stage: Stage, key: string): Promise<GraphEvent[]> {
  const client = await personClient(stage.trial, stage.idOf(key));
  const view = await client.graph(`/me/calendarView?${span}&$filter=subject eq 'One-to-one: Priya and Yusuf'`);
  return view['value'] as GraphEvent[];
}

async function attachmentsOf(stage: Stage, key: string, event: GraphEvent | undefined): Promise<unknown[]> {
  const client = await personClient(stage.trial, stage.idOf(key));
  return (await client.graph(`/me/events/${event?.id ?? ''}/attachments`))['value'] as unknown[];
}

test('[OUT-1] [OUT-2] [OUT-3] [OUT-4] [C1] [C2] [C3] [C4] two people schedule, prepare, meet and close, and Outlook holds it all once', async ({
  stage,
}) => {
  test.setTimeout(240_000);
  const priya = await stage.open('priya', '/duologue');
  const tab = duologueIn(priya, 'personal tab');

  await test.step('the manager sees her people and what the policy asks', async () => {
    await expect(tab.getByRole('heading', { name: 'Good morning, Priya' })).toBeVisible();
    const row = tab.getByRole('row', { name: /Yusuf Haddad/ });
    await expect(row).toContainText('First by');
    await expect(tab.getByRole('row', { name: /Tomasz/ })).toContainText('Every 2 weeks');
    await tab
      .getByRole('button', { name: /OUT-1/ })
      .or(tab.getByRole('link', { name: /OUT-1/ }))
      .first()
      .click();
    await expect(tab.getByText(/every two weeks or more often/)).toBeVisible();
    await priya.keyboard.press('Escape');
  });

  await test.step('she books the best time for both', async () => {
    await tab
      .getByRole('row', { name: /Yusuf Haddad/ })
      .getByRole('button', { name: /Schedule/ })
      .click();
    await tab.getByRole('radio').first().waitFor();
    await tab.getByRole('button', { name: 'Check and book' }).click();
    await expect(tab.getByText(/Yusuf gets one invitation/)).toBeVisible();
    await tab.getByRole('button', { name: /^Book \d+ meetings/ }).click();
    await expect(tab.getByText(/Duologue is in the meeting chat for you both/)).toBeVisible({ timeout: 30_000 });
  });
  const booked = { priya: await inOutlookOf(stage, 'priya'), yusuf: await inOutlookOf(stage, 'yusuf') };
  expect(booked.priya.length).toBeGreaterThan(4);
  expect(booked.yusuf.map((event) => event.start.dateTime)).toEqual(booked.priya.map((event) => event.start.dateTime));
  expect(stage.ledger('invitation', 'yusuf')).toHaveLength(1);

  const yusuf = await stage.open('yusuf', '/duologue');
  const hisTab = duologueIn(yusuf, 'personal tab');
  await test.step('both prepare; what is jotted stays private', async () => {
    await tab.getByRole('button', { name: 'Prepare the first' }).click();
    await hisTab
      .getByRole('button', { name: /^Prepare/ })
      .first()
      .click();
    await hisTab.getByRole('textbox', { name: 'Add to your list' }).fill('Ask about the course');
    await yusuf.keyboard.press('Enter');
    await hisTab.getByRole('textbox', { name: 'Add to your list' }).fill('I am nervous about call-outs');
    await yusuf.keyboard.press('Enter');
    await hisTab.getByRole('button', { name: 'Share “Ask about the course”' }).click();
    await hisTab.getByRole('button', { name: 'Put on the agenda' }).click();
    await expect(tab.getByText('Ask about the course').first()).toBeVisible();
    await tab.getByRole('button', { name: 'Add item' }).first().click();
    await tab.getByRole('textbox', { name: 'What to talk about' }).fill('Your first weeks');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(hisTab.getByText('Your first weeks').first()).toBeVisible();
    await expect(tab.getByText('I am nervous about call-outs')).toHaveCount(0);
  });

  await test.step('both agree, and it is attached to that occurrence in Outlook', async () => {
    await hisTab.getByRole('button', { name: /^Agree/ }).click();
    await expect(tab.getByText('Yusuf agrees with this agenda')).toBeVisible();
    await tab.getByRole('button', { name: /^Agree/ }).click();
    await expect(tab.getByText(/attached to the meeting in Outlook/).first()).toBeVisible({ timeout: 30_000 });
  });
  const agreed = { priya: (await inOutlookOf(stage, 'priya'))[0], yusuf: (await inOutlookOf(stage, 'yusuf'))[0] };
  for (const key of ['priya', 'yusuf'] as const) {
    expect(agreed[key]?.body.content).toContain('Ask about the course');
    expect(agreed[key]?.body.content).not.toContain('nervous');
    expect(agreed[key]?.onlineMeeting.joinUrl).toBe(booked[key][0]?.onlineMeeting.joinUrl);
    expect(await attachmentsOf(stage, key, agreed[key])).toHaveLength(1);
    expect(await attachmentsOf(stage, key, booked[key][1])).toHaveLength(0);
  }
  expect(
    stage
      .ledger('update', 'yusuf')
      .filter((entry) => entry.occurrenceDate === agreed.priya?.start.dateTime.slice(0, 10)),
  ).toHaveLength(1);

  const panels = { priya: duologueIn(priya, 'side panel'), yusuf: duologueIn(yusuf, 'side panel') };
  await test.step('they meet, with the side panel open for both', async () => {
    for (const [key, page] of [
      ['priya', priya],
      ['yusuf', yusuf],
    ] as const) {
      await page.goto(
        `${stage.trial.microsoft365.origin}/?person=${stage.idOf(key)}#/meeting/${encodeURIComponent(agreed[key]?.id ?? '')}`,
      );
      await page.getByRole('toolbar', { name: 'Meeting' }).getByRole('button', { name: 'Duologue' }).click();
      await expect(panels[key].getByRole('tab', { name: 'Record' })).toBeVisible();
    }
    const width = await panels.priya
      .locator('html')
      .evaluate((html) => ({ inner: html.clientWidth, wanted: html.scrollWidth }));
    expect(width).toEqual({ inner: 280, wanted: 280 });
    await panels.priya.getByRole('button', { name: /^Start/ }).click();
    await panels.priya.getByRole('tab', { name: 'Record' }).click();
    await panels.yusuf.getByRole('tab', { name: 'Record' }).click();
  });

  await test.step('each captures, and the other sees it', async () => {
    const hers = panels.priya.getByRole('textbox', { name: /^Type a point or an action/ });
    await hers.fill('Yusuf to book the induction course by Friday');
    await hers.press('Enter');
    await expect(panels.yusuf.getByText(/induction course/)).toBeVisible();
    const his = panels.yusuf.getByRole('textbox', { name: /^Type a point or an action/ });
    await his.fill('Settling in well');
    await his.press('Control+Enter');
    await expect(panels.priya.getByText('Settling in well')).toBeVisible();
    await his.fill('Priya to ask for a laptop in two weeks');
    await his.press('Enter');
    await expect(panels.priya.getByText(/laptop/)).toBeVisible();
  });

  await test.step('what was not covered is visible before closing, and closing sends the summary', async () => {
    await panels.priya.getByRole('tab', { name: 'Close' }).click();
    await expect(panels.priya.getByRole('heading', { name: 'What you talked about' })).toBeVisible();
    await expect(panels.priya.getByText('Not yet').first()).toBeVisible();
    await panels.priya.getByRole('checkbox', { name: 'We talked about it: Wellbeing' }).click();
    await panels.priya.getByRole('button', { name: 'Close and send summary' }).click();
    await expect(panels.priya.getByText('Summary sent to Yusuf')).toBeVisible({ timeout: 30_000 });
    await expect(panels.yusuf.getByRole('textbox', { name: /^Type a point or an action/ })).toHaveCount(0);
    await panels.yusuf.getByRole('tab', { name: 'Close' }).click();
    await expect(panels.yusuf.getByText('Record closed for you both')).toBeVisible();
  });
  expect(stage.ledger('mail-received', 'yusuf')).toHaveLength(1);

  await test.step('the report reads the mail in Outlook and comes straight back to the record', async () => {
    await yusuf.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: 'Mail' }).click();
    await yusuf
      .getByText(/Our one-to-one on .*2 actions/)
      .first()
      .click();
    const mail = yusuf.frameLocator('iframe[title="Text of the mail"]');
    await expect(mail.getByText(/induction course/).first()).toBeVisible();
    await mail.getByRole('link', { name: 'Open the record' }).click();
    await expect(hisTab.getByText('Settling in well').first()).toBeVisible({ timeout: 20_000 });
  });

  await test.step('what was not done is on the next meeting, and moving and cancelling it follows in Outlook', async () => {
    await priya.goto(`${stage.trial.microsoft365.origin}/?person=${stage.idOf('priya')}#/duologue`);
    await tab.getByRole('tab', { name: 'My people' }).click();
    await tab
      .getByRole('link', { name: /Yusuf Haddad/ })
      .first()
      .click();
    await expect(tab.getByText(/induction course/).first()).toBeVisible();
    await tab
      .getByRole('button', { name: /^Prepare/ })
      .first()
      .click();
    await expect(tab.getByText('Your first weeks').first()).toBeVisible();
    await tab.getByRole('button', { name: 'Move or cancel' }).click();
    await tab.getByRole('radio', { name: / to / }).nth(4).click();
    await tab.getByRole('textbox', { name: 'Reason' }).fill('Area briefing that day');
    await tab.getByRole('button', { name: /^Move to/ }).click();
    await expect(tab.getByText(/Moved from/).first()).toBeVisible();
    await expect
      .poll(async () => (await inOutlookOf(stage, 'yusuf'))[1]?.start.dateTime)
      .not.toBe(booked.yusuf[1]?.start.dateTime);
    await expect(tab.getByRole('dialog')).toHaveCount(0);
    await tab.getByRole('button', { name: 'Move or cancel' }).click();
    await tab.getByRole('tab', { name: 'Cancel it' }).click();
    await tab.getByRole('textbox', { name: 'Reason' }).fill('Both at the briefing');
    await tab.getByRole('button', { name: 'Cancel this meeting' }).click();
    await expect(tab.getByText('Cancelled').first()).toBeVisible();
    await expect.poll(async () => (await inOutlookOf(stage, 'priya')).length).toBe(booked.priya.length - 1);
  });
  expect(stage.ledger('cancellation', 'yusuf')).toHaveLength(1);
});
