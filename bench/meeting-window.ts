import type { Browser, Page } from '@playwright/test';
import type { Origins, PersonClient } from '#tests/support/person-client.ts';
import type { OpenMeeting } from './open-meeting.ts';

/** The meeting's event in that person's own calendar. */
async function eventOf(person: PersonClient, { meetingId }: OpenMeeting): Promise<string> {
  const { meeting } = await person.call('meeting', { params: { meetingId } });
  const span = `startDateTime=${meeting.start}&endDateTime=${meeting.end}`;
  const view = await person.graph(`/me/calendarView?${span}&$top=100`);
  const events = view['value'] as { id: string; onlineMeeting: { joinUrl: string } | null }[];
  const event = events.find(({ onlineMeeting }) => onlineMeeting?.joinUrl === meeting.joinUrl);
  if (event === undefined) throw new Error('The meeting is not in the calendar');
  return event.id;
}

/** The meeting in somebody's own browser window, the side panel not yet asked for. */
export async function meetingWindow(
  browser: Browser,
  trial: Origins,
  person: PersonClient,
  open: OpenMeeting,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });
  const page = await context.newPage();
  const event = encodeURIComponent(await eventOf(person, open));
  await page.goto(`${trial.microsoft365.origin}/?person=${person.personId}#/meeting/${event}`);
  await panelButton(page).waitFor();
  return page;
}

/** Shows the side panel, or puts it away. */
export function panelButton(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('toolbar', { name: 'Meeting' }).getByRole('button', { name: 'Duologue' });
}
