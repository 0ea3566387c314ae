import type { Page } from '@playwright/test';
import { personClient } from '#tests/support/person-client.ts';
import { duologueIn, expect, raise, test as base, type Stage } from './duologue.ts';

const test = base.extend<{ stage: Stage }>({
  stage: async ({ browser }, use) => {
    const raised = await raise(browser, 'policies/od3a.json');
    await use(raised);
    await raised.end();
  },
});

async function pairOf(stage: Stage): Promise<string> {
  const { mine } = await (await personClient(stage.trial, stage.idOf('yusuf'))).call('home');
  return mine[0]?.pairId ?? '';
}

function formIn(page: Page) {
  const tab = duologueIn(page, 'personal tab');
  return {
    tab,
    sign: (name: string) => tab.getByRole('button', { name: `Sign as ${name}` }).click(),
    says: (words: RegExp) => expect(tab.getByText(words).first()).toBeVisible(),
  };
}

test('[OD3a-10] two people fill in how they meet live and sign it, and booking begins with it', async ({ stage }) => {
  test.setTimeout(90_000);
  const [priyaPage, yusufPage] = await Promise.all([
    stage.open('priya', '/duologue'),
    stage.open('yusuf', '/duologue'),
  ]);
  const [priya, yusuf] = [formIn(priyaPage), formIn(yusufPage)];
  await priya.tab.getByRole('link', { name: /Yusuf/ }).first().click();
  await priya.tab.getByRole('tab', { name: 'How you meet' }).click();
  await priya.tab.getByRole('button', { name: 'Fill it in together' }).click();
  await expect(priya.tab.getByRole('textbox', { name: 'Where' })).toBeVisible();
  const place = `/duologue/home/${encodeURIComponent(`people/${await pairOf(stage)}/agreement`)}`;
  await yusufPage.goto(`${stage.trial.microsoft365.origin}/?person=${stage.idOf('yusuf')}#${place}`);
  await expect(yusuf.tab.getByRole('textbox', { name: 'Where' })).toBeVisible();

  // Each fills in a part, and sees the other's.
  await priya.tab.getByRole('spinbutton', { name: /We plan to meet every/ }).fill('4');
  await priya.tab.getByRole('spinbutton', { name: /organise a meeting ahead/ }).fill('10');
  await yusuf.tab.getByRole('textbox', { name: 'Where' }).fill('Room 7');
  await yusuf.tab.getByRole('radio', { name: 'in the meeting' }).check();
  await yusuf.tab.getByRole('radio', { name: 'each in turn' }).check();
  await yusuf.tab.getByRole('radio', { name: 'action points only' }).check();
  await expect(priya.tab.getByRole('textbox', { name: 'Where' })).toHaveValue('Room 7');
  await expect(priya.tab.getByRole('radio', { name: 'each in turn' })).toBeChecked();
  await expect(yusuf.tab.getByRole('spinbutton', { name: /We plan to meet every/ })).toHaveValue('4');
  await priya.says(/Still to settle: whether notes are signed/);
  await priya.tab.getByRole('radio', { name: 'no', exact: true }).check();
  await expect(yusuf.tab.getByText(/Still to settle/)).toBeHidden();

  await yusuf.sign('Yusuf');
  await priya.says(/Yusuf signed today/);
  await priya.sign('Priya');
  await yusuf.says(/Signed by both of you on/);
  await priya.says(/Signed by both of you on/);

  await priya.tab.getByRole('button', { name: 'Schedule' }).last().click();
  await priya.says(/As the two of you agreed: every 4 weeks, 60 minutes, Room 7, 10 days ahead/);
  await expect(priya.tab.getByRole('combobox', { name: /How often/ })).toHaveText(/4 weeks/);
  await expect(priya.tab.getByRole('textbox', { name: 'Where' })).toHaveValue('Room 7');
});
