import { GraphError } from '../graph/error.ts';
import { readPath } from '../graph/odata-value.ts';
import type { Json } from '../graph/request.ts';
import { bodyText } from './item-body.ts';

type Test = (message: Json) => boolean;

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  from: ['from'],
  to: ['toRecipients'],
  cc: ['ccRecipients'],
  bcc: ['bccRecipients'],
  recipients: ['toRecipients', 'ccRecipients', 'bccRecipients'],
  participants: ['from', 'toRecipients', 'ccRecipients', 'bccRecipients'],
};
const TERM = /\s*((?:([A-Za-z]+)\s*(:|>=|<=|>|<)\s*)?(?:"([^"]*)"|\\"([^"\\]*)\\"|([^\s"]+)))/y;
const LONGEST = 2000;

/**
 * Finds messages by `$search`, a part of Outlook's keyword language: words anywhere, `from: to: cc: bcc: recipients:
 * participants: subject: body: attachment: hasAttachment: importance: received: sent:`, `AND`, `OR` and `NOT`. Newest first.
 * @throws GraphError 400 when it cannot be read.
 */
export function searchMessages(words: string, messages: Json[]): Json[] {
  const trimmed = words.trim();
  const inner = /^"([\s\S]*)"$/.exec(trimmed)?.[1] ?? trimmed;
  if (inner.trim() === '' || inner.length > LONGEST) {
    throw badSearch(words);
  }
  const test = readTerms(inner);
  return messages
    .filter(test)
    .toSorted((one, other) => String(other['receivedDateTime']).localeCompare(String(one['receivedDateTime'])));
}

function badSearch(words: string): GraphError {
  return new GraphError(400, 'BadRequest', `Syntax error: the search '${words.slice(0, 100)}' cannot be read.`);
}

/** Terms beside each other must all hold; `OR` begins another way to fit. */
function readTerms(text: string): Test {
  const ways: Test[][] = [[]];
  let isNot = false;
  TERM.lastIndex = 0;
  while (text.slice(TERM.lastIndex).trim() !== '') {
    const found = TERM.exec(text);
    if (found === null) {
      throw badSearch(text);
    }
    const [, whole = '', property = '', sign = ':', quoted, escaped, plain = ''] = found;
    if (whole === 'OR') {
      ways.push([]);
    } else if (whole === 'NOT') {
      isNot = true;
    } else if (whole !== 'AND') {
      const test = term(property.toLowerCase(), sign, (quoted ?? escaped ?? plain).toLowerCase());
      ways.at(-1)?.push(isNot ? (message) => !test(message) : test);
      isNot = false;
    }
  }
  return (message) => ways.some((way) => way.length > 0 && way.every((test) => test(message)));
}

function term(property: string, sign: string, value: string): Test {
  const people = ADDRESSES[property];
  if (people !== undefined) {
    return (message) => people.some((name) => addressesIn(message[name]).some((one) => holds(one, value)));
  }
  switch (property) {
    case 'subject':
      return (message) => holds(textOf(message['subject']), value);
    case 'body':
      return (message) => holds(bodyOf(message), value);
    case 'attachment':
      return (message) => attachmentNames(message).some((one) => holds(one, value));
    case 'hasattachment':
    case 'hasattachments':
      return (message) => String(message['hasAttachments']) === value;
    case 'isread':
      return (message) => String(message['isRead']) === value;
    case 'importance':
      return (message) => message['importance'] === value;
    case 'received':
    case 'sent':
      return dateTest(sign, value);
    case '':
      return (message) => anywhere(message).some((one) => holds(one, value));
    default:
      return (message) => anywhere(message).some((one) => holds(one, `${property}:${value}`));
  }
}

function dateTest(sign: string, value: string): Test {
  const [from = '', to = from] = value.split('..');
  return (message) => {
    const date = textOf(message['receivedDateTime']).slice(0, 10);
    switch (sign) {
      case '>=':
        return date >= value;
      case '<=':
        return date <= value;
      case '>':
        return date > value;
      case '<':
        return date < value;
      default:
        return date >= from && date <= to;
    }
  };
}

/** Whether some word of a text begins so; a star at the end changes nothing. */
function holds(text: string, value: string): boolean {
  const [where, wanted] = [text.toLowerCase(), value.replace(/\*$/, '')];
  for (let at = where.indexOf(wanted); at !== -1 && wanted !== ''; at = where.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(where[at - 1] ?? '')) {
      return true;
    }
  }
  return false;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function bodyOf(message: Json): string {
  const content = textOf(readPath(message, 'body/content'));
  return readPath(message, 'body/contentType') === 'html' ? bodyText(content) : content;
}

function anywhere(message: Json): string[] {
  const people = (ADDRESSES['participants'] ?? []).flatMap((name) => addressesIn(message[name]));
  return [textOf(message['subject']), bodyOf(message), ...people, ...attachmentNames(message)];
}

function addressesIn(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) => [
    textOf(readPath(one, 'emailAddress/name')),
    textOf(readPath(one, 'emailAddress/address')),
  ]);
}

function attachmentNames(message: Json): string[] {
  const attachments = message['attachments'];
  return Array.isArray(attachments) ? attachments.map((one: unknown) => textOf(readPath(one, 'name'))) : [];
}
