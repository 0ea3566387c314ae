import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fidelitySections, sectionOf } from '#server/dev/microsoft365/graph/fidelity.ts';
import type { Microsoft365 } from '#server/dev/microsoft365/start.ts';
import { at, signIn, startLocal } from './local-microsoft365.ts';

const root = join(import.meta.dirname, '../../..');
const sections = fidelitySections();
const rows = sections.flatMap(({ name, rows }) => rows.map((cells) => ({ section: name, cells })));

let m365: Microsoft365;
beforeAll(async () => {
  m365 = await startLocal();
});
afterAll(() => m365.close());

describe('what is written of the local Microsoft 365', () => {
  test('has every room as a section, with rows where anything is answered', () => {
    expect(sections.map(({ name }) => name)).toEqual([
      'Requests and answers',
      'Directory',
      'Calendar',
      'Mail',
      'To Do',
      'Teams',
      'Subscriptions',
      'Entra',
      'Limits and faults',
      'Pages of Teams and Outlook',
      'Not emulated',
    ]);
    const answered = new Set(m365.operations.map(({ template }) => sectionOf(sections, template)?.name));
    const isSilent = sections.filter(({ name, rows }) => answered.has(name) && rows.length === 0);
    expect(isSilent.map(({ name }) => name)).toEqual([]);
  });

  test('says of each behaviour what, by which source, how sure, and by which test', () => {
    const words = ['documented', 'reported', 'measured', 'chosen'];
    const wrong = rows.filter(
      ({ cells }) => cells.length !== 4 || cells.some((cell) => cell === '') || !words.includes(cells[2] ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  test('names tests that exist', () => {
    const wrong = rows.flatMap(({ cells: [what, , , tests = ''] }) => {
      const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      const missing = named.filter((path) => !/\.test\.tsx?$|\.spec\.ts$/.test(path) || !existsSync(join(root, path)));
      return named.length === 0 || missing.length > 0 ? [{ what, tests }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('says no behaviour twice', () => {
    const said = rows.map(({ cells }) => cells[0] ?? '');
    expect(said.filter((what, at) => said.indexOf(what) !== at)).toEqual([]);
  });

  test('has a section for each operation that is answered, and none that says it is not', () => {
    const homeless = m365.operations.filter(({ template }) => {
      const section = sectionOf(sections, template);
      return section === null || section.name === 'Not emulated';
    });
    expect(homeless).toEqual([]);
  });

  test('names addresses that Graph has, each in one section', () => {
    const { paths } = JSON.parse(readFileSync(join(root, 'data/graph-openapi-slice.json'), 'utf8')) as {
      paths: object;
    };
    const all = sections.flatMap(({ addresses }) => addresses);
    const known = [...Object.keys(paths), ...m365.operations.map(({ template }) => template)];
    const unknown = all.filter((one) => {
      const self = [{ name: '', addresses: [one], rows: [] }];
      return !known.some((path) => sectionOf(self, path.replace(/\(\)$/, '')) !== null);
    });
    expect(unknown).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['/me/planner/tasks', 'GET /me/planner/tasks', 'Not emulated'],
    ['/me/calendar/calendarPermissions', 'GET /me/calendar/calendarPermissions', 'Calendar'],
    ['/somewhere/else', 'GET /somewhere/else', 'Not emulated'],
  ])('%s is answered with the document, the section and the row to add', async (path, row, section) => {
    const priya = await signIn(m365, 'priya');
    const answer = await priya.graph('GET', path);
    expect({ status: answer.status, code: at(answer.body, 'error', 'code') }).toEqual({
      status: 501,
      code: 'NotImplementedLocally',
    });
    const message = String(at(answer.body, 'error', 'message'));
    expect(message).toContain(`docs/local-microsoft-365.md, section "${section}"`);
    expect(message).toContain(`| ${row}`);
  });
});
