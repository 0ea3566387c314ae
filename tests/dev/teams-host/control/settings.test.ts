import { expect, test } from 'vitest';
import { readSettings } from '#server/dev/teams-host/control/settings.ts';

const standard = readSettings(null);

test('what was chosen is read back, and the rest is as at the start', () => {
  const chosen = { theme: 'dark', locale: 'cy-GB', hostName: 'Outlook', calendarView: 'day', isPhone: true };
  expect(readSettings(JSON.stringify(chosen))).toEqual({ ...standard, ...chosen });
});

test.each([
  '{"theme":"light","calendarView":"month","locale":7,"hostName":null,"isPhone":"yes","tokenMode":"odd"}',
  'not JSON',
  '[]',
  'null',
  '{"unknown":1}',
])('%s counts for nothing', (text) => {
  expect(readSettings(text)).toEqual(standard);
});

test('one wrong choice takes no other along', () => {
  expect(readSettings('{"theme":"light","isPhone":true}')).toEqual({ ...standard, isPhone: true });
});
