import type { FrameLocator, Page } from '@playwright/test';
import type { ResponseOf } from '#contract/api.ts';
import { personClient, type PersonClient } from '#tests/support/person-client.ts';
import { duologueIn, expect, type Raised } from '#tests/e2e/duologue.ts';

type Line = ResponseOf<'home'>['people'][number];

/** A manager and a report at their screens, through whatever their policy asks of them. */
export interface PairPlay {
  readonly stage: Raised;
  readonly manager: PersonClient;
  readonly report: PersonClient;
  readonly hers: FrameLocator;
  readonly his: FrameLocator;
  /** Opens a place of Duologue's personal tab for one of them, as a link in Teams would. */
  go(who: 'manager' | 'report', place: string): Promise<FrameLocator>;
  /** How the pair stands, as the manager's home has it. */
  line(): Promise<Line>;
  /** Lets time pass until then. */
  until(instant: string): void;
}

const minute = 60_000;

/** Seats Priya and Yusuf at their screens. */
export async function pairPlay(stage: Raised): Promise<PairPlay> {
  const keys = { manager: 'priya', report: 'yusuf' } as const;
  const pages: Record<keyof typeof keys, Page> = {
    manager: await stage.open(keys.manager, '/duologue'),
    report: await stage.open(keys.report, '/duologue'),
  };
  const manager = await personClient(stage.trial, stage.idOf(keys.manager));
  const report = await personClient(stage.trial, stage.idOf(keys.report));
  const frames = {
    manager: duologueIn(pages.manager, 'personal tab'),
    report: duologueIn(pages.report, 'personal tab'),
  };
  return {
    stage,
    manager,
    report,
    hers: frames.manager,
    his: frames.report,
    go: async (who, place) => {
      const page = pages[who];
      await page.goto('about:blank');
      await page.goto(
        `${stage.trial.microsoft365.origin}/?person=${stage.idOf(keys[who])}#/duologue/home/${encodeURIComponent(place)}`,
      );
      return frames[who];
    },
    line: async () => {
      const line = (await manager.call('home')).people.find(({ other }) => other.id === report.personId);
      if (line === undefined) throw new Error('They are no pair');
      return line;
    },
    until: (instant) => {
      const minutes = Math.ceil((Date.parse(instant) - Date.parse(stage.now())) / minute);
      if (minutes > 0) stage.forward(minutes);
    },
  };
}

/** The manager lets Duologue find a time and books the series, with what it proposes. */
export async function schedule(play: PairPlay): Promise<void> {
  const { pairId } = await play.line();
  const tab = await play.go('manager', `people/${pairId}/schedule`);
  await tab.getByRole('radio').first().waitFor();
  await tab.getByRole('button', { name: 'Check and book' }).click();
  await tab.getByRole('button', { name: /^Book \d+ meetings?/ }).click();
  await expect(tab.getByText(/Duologue is in the meeting chat for you both/)).toBeVisible({ timeout: 30_000 });
}

/** The report jots and shares one thing, and both agree to the agenda. */
export async function prepare(play: PairPlay, meetingId: string, topic: string): Promise<void> {
  const his = await play.go('report', `meetings/${meetingId}`);
  await his.getByRole('textbox', { name: 'Add to your list' }).fill(topic);
  await his.getByRole('textbox', { name: 'Add to your list' }).press('Enter');
  await his.getByRole('button', { name: `Share “${topic}”` }).click();
  await his.getByRole('button', { name: 'Put on the agenda' }).click();
  await his.getByRole('button', { name: /^Agree/ }).click();
  const hers = await play.go('manager', `meetings/${meetingId}`);
  await hers.getByRole('button', { name: /^Agree/ }).click();
  await expect(hers.getByText(/attached to the meeting in Outlook/).first()).toBeVisible({ timeout: 30_000 });
}

/** Both meet: an action and a point each way, what was talked about is ticked, and the manager closes. */
export async function meet(play: PairPlay, meetingId: string, number: number): Promise<void> {
  const hers = await play.go('manager', `meetings/${meetingId}`);
  await hers.getByRole('button', { name: /^Start/ }).click();
  const box = hers.getByRole('textbox', { name: /^Type a point or an action/ });
  await box.fill(`Yusuf to write up visit ${number} in two weeks`);
  await box.press('Enter');
  const his = await play.go('report', `meetings/${meetingId}`);
  const hisBox = his.getByRole('textbox', { name: /^Type a point or an action/ });
  await hisBox.fill(`Visit ${number} went well`);
  await hisBox.press('Control+Enter');
  await expect(hers.getByText(`Visit ${number} went well`).first()).toBeVisible();
  for (const tick of await hers.getByRole('checkbox', { name: /^We talked about it/ }).all()) await tick.check();
  await hers.getByRole('button', { name: /^Close (and send summary|the meeting)/ }).click();
  await expect(hers.getByText('Record', { exact: true }).first()).toBeVisible();
  await expect(his.getByText('Only the two of you').first()).toBeVisible({ timeout: 20_000 });
}
