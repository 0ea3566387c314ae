import { describe, expect, test } from 'vitest';
import { GraphError } from '#server/dev/microsoft365/graph/error.ts';
import { GraphSlice } from '#server/dev/microsoft365/graph/openapi.ts';
import { parseFilter } from '#server/dev/microsoft365/graph/odata-filter.ts';
import { cutPage } from '#server/dev/microsoft365/graph/query-page.ts';
import { readOptions } from '#server/dev/microsoft365/graph/query-options.ts';
import type { Json } from './local-microsoft365.ts';

const slice = new GraphSlice();
const message = slice.shape('message');
const user = slice.shape('user');

const ITEM = {
  subject: "Priya's one-to-one",
  isRead: false,
  importance: 'high',
  size: 12,
  receivedDateTime: '2026-11-26T09:40:00.0000000Z',
  parentFolderId: null,
  categories: ['Blue category', 'Green category'],
  from: { emailAddress: { address: 'priya@example.org' } },
  toRecipients: [
    { emailAddress: { address: 'yusuf@example.org', name: 'Yusuf' } },
    { emailAddress: { address: 'kwame@example.org', name: 'Kwame' } },
  ],
  replyTo: [],
};

test.each([
  ["subject eq 'Priya''s one-to-one'", true],
  ["subject ne 'Priya''s one-to-one'", false],
  ['size gt 11 and size lt 13', true],
  ['size ge 12 and size le 12', true],
  ['size eq -12', false],
  ['isRead eq false', true],
  ['isRead', false],
  ['not isRead', true],
  ['not(isRead eq true) and not (size gt 20)', true],
  ["importance in ('low', 'high')", true],
  ["importance in ('low','normal')", false],
  ["importance eq microsoft.graph.importance'high'", true],
  ["subject eq 'a' or subject eq 'b' or isRead eq false", true],
  ["(subject eq 'a' or isRead eq false) and size eq 13", false],
  ['parentFolderId eq null', true],
  ['missing eq null', true],
  ['subject ne null', true],
  ["parentFolderId gt 'a'", false],
  ['receivedDateTime ge 2026-11-26T09:40:00Z', true],
  ['receivedDateTime gt 2026-11-26T10:40:00+01:00', false],
  ['receivedDateTime lt 2026-11-27', true],
  ["startswith(subject,'priya')", true],
  ["startswith(subject, 'one') eq false", true],
  ["endswith(subject,'ONE')", true],
  ["contains(subject,'one-to')", true],
  ["contains(parentFolderId,'a')", false],
  ["tolower(subject) eq 'priya''s one-to-one'", true],
  ['length(subject) eq 18', true],
  ['year(receivedDateTime) eq 2026 and month(receivedDateTime) eq 11', true],
  ["from/emailAddress/address eq 'priya@example.org'", true],
  ["FROM/EmailAddress/Address eq 'priya@example.org'", true],
  ["toRecipients/any(to: to/emailAddress/address eq 'kwame@example.org')", true],
  ["toRecipients/any(to: to/emailAddress/address eq 'kwame@example.org' and to/emailAddress/name eq 'Yusuf')", false],
  ["toRecipients/all(to: endswith(to/emailAddress/address,'example.org'))", true],
  ["toRecipients/all(to: to/emailAddress/name eq 'Yusuf')", false],
  ['toRecipients/any()', true],
  ['replyTo/any()', false],
  ['not replyTo/any()', true],
  ['toRecipients/$count eq 2', true],
  ["categories/any(c: c eq 'Green category')", true],
  ["categories/any(c: startswith(c, 'Red'))", false],
])('the filter %s answers %s', (filter, expected) => {
  expect(parseFilter(filter).matches(ITEM)).toBe(expected);
});

function refusal(run: () => unknown): { status: number; code: string; message: string } {
  try {
    run();
  } catch (refused) {
    if (refused instanceof GraphError) {
      return { status: refused.status, code: refused.code, message: refused.message };
    }
    throw refused;
  }
  throw new Error('It was not refused.');
}

describe('a filter that cannot be read is refused', () => {
  test.each([
    ['subject eq'],
    ["subject eq 'open"],
    ['(subject eq null'],
    ['subject eq null)'],
    ["subject 'a'"],
    ["subject eq 'a' and"],
    ['eq 1'],
    ['()'],
    ['startswith(subject)'],
    ["frobnicate(subject,'a')"],
    ["toRecipients/any(to to/emailAddress eq 'a')"],
    ['importance in ()'],
    [`${'('.repeat(200)}isRead${')'.repeat(200)}`],
    [`${'not '.repeat(3000)}isRead`],
    [`${'tolower('.repeat(200)}subject${')'.repeat(200)} eq 'a'`],
    ["toRecipients/any(a: toRecipients/any(b: toRecipients/any(c: c/emailAddress/address ne 'x')))"],
    [`subject eq '${'x'.repeat(20_000)}'`],
  ])('%s', (filter) => {
    expect(refusal(() => parseFilter(filter))).toMatchObject({ status: 400, code: 'BadRequest' });
  });

  test('in the words of the service that would have answered', () => {
    expect(refusal(() => parseFilter("colour eq 'red'", message))).toEqual({
      status: 400,
      code: 'RequestBroker--ParseUri',
      message: "Could not find a property named 'colour' on type 'microsoft.graph.message'.",
    });
    expect(refusal(() => parseFilter("from/colour eq 'red'", message)).message).toBe(
      "Could not find a property named 'colour' on type 'microsoft.graph.recipient'.",
    );
    expect(refusal(() => parseFilter("toRecipients/any(t: t/colour eq 'red')", message)).message).toBe(
      "Could not find a property named 'colour' on type 'microsoft.graph.recipient'.",
    );
    expect(refusal(() => parseFilter("colour eq 'red'", user))).toEqual({
      status: 400,
      code: 'BadRequest',
      message: "Invalid filter clause: Could not find a property named 'colour' on type 'microsoft.graph.user'.",
    });
  });

  test.each([
    ["isRead eq 'true'", 'Edm.Boolean', 'Edm.String'],
    ["receivedDateTime ge '2026-11-26'", 'Edm.DateTimeOffset', 'Edm.String'],
    ['isRead eq 1', 'Edm.Boolean', 'Edm.Int32'],
  ])('%s compares what cannot be compared', (filter, one, other) => {
    expect(refusal(() => parseFilter(filter, message)).message).toContain(
      `Found operand types '${one}' and '${other}'`,
    );
  });
});

test('a long chain of alternatives is read and answered', () => {
  const chain = Array.from({ length: 1000 }, (_, at) => `size eq ${String(at)}`).join(' or ');
  expect(parseFilter(chain).matches({ size: 999 })).toBe(true);
  expect(parseFilter(chain).matches({ size: 1000 })).toBe(false);
});

const ROWS = [
  { id: '1', subject: 'b', size: 10, from: { name: 'Z' }, isRead: true },
  { id: '2', subject: 'a', size: 9, from: { name: 'Y' }, isRead: false },
  { id: '3', subject: 'b', size: 9, from: { name: 'X' }, isRead: true },
  { id: '4', subject: null, size: 100, from: null, isRead: false },
];

function ids(query: string): unknown[] {
  const { value } = cutPage<Json>(ROWS, (row) => row, readOptions(new URLSearchParams(query), null), null, {});
  return value.map((one) => one['id']);
}

test.each([
  ['$orderby=subject', ['4', '2', '1', '3']],
  ['$orderby=subject desc', ['1', '3', '2', '4']],
  ['$orderby=subject desc,size asc', ['3', '1', '2', '4']],
  ['$orderby=size', ['2', '3', '1', '4']],
  ['$orderby=from/name', ['4', '3', '2', '1']],
  ['$orderby=isRead desc, from/name DESC', ['1', '3', '2', '4']],
  ['$top=2', ['1', '2']],
  ['$top=2&$skip=3', ['4']],
  ['$filter=size lt 50&$orderby=size desc&$top=1', ['1']],
])('%s gives %j', (query, expected) => {
  expect(ids(query)).toEqual(expected);
});

test.each([
  ['$top=abc', "Invalid value 'abc' for $top query option found."],
  ['$top=-1', "Invalid value '-1' for $top query option found."],
  ['$skip=x', "Invalid value 'x' for $skip query option found."],
  ['$count=yes', "Invalid value 'yes' for $count query option found."],
  ['$orderby=subject sideways', 'Syntax error'],
  ['$orderby=subject,,size', 'Syntax error'],
  ['$orderby=colour', "Could not find a property named 'colour'"],
  ['$select=subject,colour', "Could not find a property named 'colour'"],
  ['$select=subject,,size', 'Syntax error'],
  ['$expand=colour', "Could not find a property named 'colour'"],
  ['$expand=subject', "Property 'subject' on type 'microsoft.graph.message' is not a navigation property"],
  ['$expand=attachments($select=colour)', "Could not find a property named 'colour'"],
  ['$expand=attachments(', 'Found an unbalanced bracket expression.'],
  ['$expand=attachments($select=name', 'Found an unbalanced bracket expression.'],
  ['$frob=1', "The query parameter '$frob' is not supported."],
  ['$top=1&$top=2', 'specified more than once'],
  [`$expand=${'attachments($expand='.repeat(400)}`, ''],
])('the query %s is refused with 400', (query, words) => {
  const refused = refusal(() => readOptions(new URLSearchParams(query), message));
  expect(refused.status).toBe(400);
  expect(refused.message).toContain(words);
});

test('what is expanded is itself filtered, ordered, cut and picked', () => {
  const item = {
    id: '1',
    attachments: [
      { id: 'a', name: 'one', size: 3 },
      { id: 'b', name: 'two', size: 1 },
      { id: 'c', name: 'three', size: 2 },
    ],
  };
  const query = '$select=id&$expand=attachments($select=name;$filter=size ge 2;$orderby=size;$top=1)';
  const { value } = cutPage<Json>([item], (one) => one, readOptions(new URLSearchParams(query), message), null, {
    expandable: ['attachments'],
  });
  expect(value).toEqual([{ id: '1', attachments: [{ id: 'c', name: 'three' }] }]);
});
