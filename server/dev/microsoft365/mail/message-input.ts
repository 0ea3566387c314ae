import { inconvertible, readShape } from '../calendar/body-shape.ts';
import { bodyInput, extendedPropertiesInput, refuseUnknownNames } from '../calendar/event-input.ts';
import { GraphError, badRequest } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { bodyValue, textValue } from '../graph/request.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { StoredMessage } from '../tenant/stored.ts';

type Address = StoredMessage['to'][number];

/** The words of a message: what only a draft may have changed. */
export type MessageInput = Pick<
  StoredMessage,
  'subject' | 'body' | 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'headers'
> &
  MessageMarks;

/** What anybody may change of a message that lies in their mailbox. */
export type MessageMarks = Pick<StoredMessage, 'importance' | 'extendedProperties'> &
  Partial<
    Pick<StoredMessage, 'isRead' | 'categories' | 'flag' | 'inference' | 'wantsReadReceipt' | 'wantsDeliveryReceipt'>
  >;

const MOST_HEADERS = 5;
const WORDS = ['subject', 'body', 'toRecipients', 'ccRecipients', 'bccRecipients', 'replyTo', 'from', 'sender'];
const FLAG_STATES = ['notFlagged', 'complete', 'flagged'];

/** A message as a request sends it, its names as the type declares them. @throws GraphError 400 for what a message does not have. */
export function readMessage(slice: GraphSlice, sent: Json): Json {
  const body = readShape(slice, sent, 'message');
  refuseUnknownNames(slice, body, 'message');
  return body;
}

/** What a request says a message is. @throws GraphError 400 for what Graph would refuse, 403 for somebody else's name in From. */
export function messageInput(
  request: GraphRequest,
  slice: GraphSlice,
  sent: Json,
  before?: StoredMessage,
): MessageInput {
  const body = readMessage(slice, sent);
  refuseOtherSender(request, body);
  return {
    ...marks(body, before),
    subject: text(body, 'subject') ?? before?.subject ?? '',
    body:
      body['body'] === undefined || body['body'] === null
        ? (before?.body ?? { contentType: 'html', content: bodyInput({}) })
        : messageBody(body['body']),
    from: { name: request.owner.displayName, address: request.owner.mail },
    to: recipients(body, 'toRecipients') ?? before?.to ?? [],
    cc: recipients(body, 'ccRecipients') ?? before?.cc ?? [],
    bcc: recipients(body, 'bccRecipients') ?? before?.bcc ?? [],
    replyTo: recipients(body, 'replyTo') ?? before?.replyTo ?? [],
    headers: headersInput(body) ?? before?.headers ?? [],
  };
}

/** What a request changes of a message that is no draft. @throws GraphError 400 for words, which only a draft may change. */
export function marksInput(slice: GraphSlice, sent: Json, before: StoredMessage): MessageMarks {
  const body = readMessage(slice, sent);
  const refused = WORDS.find((name) => body[name] !== undefined);
  if (refused !== undefined) {
    throw badRequest(
      `The property '${refused}' can only be changed while the message is a draft.`,
      'ErrorInvalidPropertySet',
    );
  }
  return marks(body, before);
}

function marks(body: Json, before: StoredMessage | undefined): MessageMarks {
  const flag = flagInput(body['flag']) ?? before?.flag;
  const inference = choice(body, 'inferenceClassification', ['focused', 'other'] as const) ?? before?.inference;
  const categories = categoriesInput(body) ?? before?.categories;
  const [isRead, wantsReadReceipt, wantsDeliveryReceipt] = [
    truth(body, 'isRead') ?? before?.isRead,
    truth(body, 'isReadReceiptRequested') ?? before?.wantsReadReceipt,
    truth(body, 'isDeliveryReceiptRequested') ?? before?.wantsDeliveryReceipt,
  ];
  return {
    importance: choice(body, 'importance', ['low', 'normal', 'high'] as const) ?? before?.importance ?? 'normal',
    extendedProperties: {
      ...before?.extendedProperties,
      ...(Array.isArray(body['singleValueExtendedProperties'])
        ? extendedPropertiesInput(body['singleValueExtendedProperties'])
        : {}),
    },
    ...(isRead === undefined ? {} : { isRead }),
    ...(categories === undefined ? {} : { categories }),
    ...(flag === undefined ? {} : { flag }),
    ...(inference === undefined ? {} : { inference }),
    ...(wantsReadReceipt === undefined ? {} : { wantsReadReceipt }),
    ...(wantsDeliveryReceipt === undefined ? {} : { wantsDeliveryReceipt }),
  };
}

function refuseOtherSender(request: GraphRequest, body: Json): void {
  for (const name of ['from', 'sender']) {
    const sender = bodyValue(body[name], 'emailAddress/address');
    if (typeof sender === 'string' && sender.toLowerCase() !== request.owner.mail) {
      throw new GraphError(
        403,
        'ErrorSendAsDenied',
        'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
      );
    }
  }
}

/** @throws GraphError 400 when the value is there but of another kind. */
function text(body: Json, name: string): string | undefined {
  const value = body[name];
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw inconvertible(value, 'Edm.String');
  }
  return value ?? undefined;
}

function truth(body: Json, name: string): boolean | undefined {
  const value = body[name];
  if (value !== undefined && value !== null && typeof value !== 'boolean') {
    throw inconvertible(value, 'Edm.Boolean');
  }
  return value ?? undefined;
}

function choice<Name extends string>(body: Json, name: string, allowed: readonly Name[]): Name | undefined {
  const value = text(body, name);
  if (value === undefined) {
    return undefined;
  }
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  if (found === undefined) {
    throw inconvertible(value, `microsoft.graph.${name}`);
  }
  return found;
}

function categoriesInput(body: Json): string[] | undefined {
  const value = body['categories'];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) {
    throw inconvertible(value, 'Collection(Edm.String)');
  }
  return value as string[];
}

function flagInput(value: unknown): Json | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const asked = textValue(value, 'flagStatus') ?? 'notFlagged';
  const flagStatus = FLAG_STATES.find((one) => one.toLowerCase() === asked.toLowerCase());
  if (flagStatus === undefined) {
    throw inconvertible(asked, 'microsoft.graph.followupFlagStatus');
  }
  const times = ['startDateTime', 'dueDateTime', 'completedDateTime'].flatMap((name) => {
    const [dateTime, timeZone] = [textValue(value, `${name}/dateTime`), textValue(value, `${name}/timeZone`)];
    return dateTime === undefined ? [] : [[name, { dateTime, timeZone: timeZone ?? 'UTC' }] as const];
  });
  return { flagStatus, ...Object.fromEntries(times) };
}

/** A message keeps the HTML it was sent with: Outlook on the web shows it inside its own frame. */
function messageBody(value: unknown): StoredMessage['body'] {
  const contentType = (textValue(value, 'contentType') ?? 'text').toLowerCase();
  bodyInput(value);
  return { contentType: contentType === 'html' ? 'html' : 'text', content: textValue(value, 'content') ?? '' };
}

/** Addresses as a request lists them; whether mail can go there shows when it is sent. @throws GraphError 400 for one without an address. */
export function recipients(body: unknown, name: string): Address[] | undefined {
  const asked = bodyValue(body, name);
  if (asked === undefined || asked === null) {
    return undefined;
  }
  if (!Array.isArray(asked)) {
    throw inconvertible(asked, 'Collection(microsoft.graph.recipient)');
  }
  return asked.map((one: unknown) => {
    if (typeof one !== 'object' || one === null) {
      throw inconvertible(one, 'microsoft.graph.recipient');
    }
    const [address, display] = [bodyValue(one, 'emailAddress/address'), bodyValue(one, 'emailAddress/name')];
    if (typeof address !== 'string' || address.trim() === '') {
      throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    }
    return { name: typeof display === 'string' && display !== '' ? display : address, address: address.trim() };
  });
}

function headersInput(body: Json): StoredMessage['headers'] | undefined {
  const asked = body['internetMessageHeaders'];
  if (!Array.isArray(asked)) {
    return undefined;
  }
  if (asked.length > MOST_HEADERS) {
    throw new GraphError(
      400,
      'InvalidInternetMessageHeaderCollection',
      `The number of custom internet headers is greater than the maximum allowed of ${String(MOST_HEADERS)}.`,
    );
  }
  return asked.map((one: unknown) => {
    const [name, value] = [bodyValue(one, 'name'), bodyValue(one, 'value')];
    if (typeof name !== 'string' || !/^x-[!-9;-~]+$/i.test(name) || typeof value !== 'string') {
      throw new GraphError(
        400,
        'InvalidInternetMessageHeader',
        `The internet message header name '${String(name).slice(0, 100)}' should start with 'x-' or 'X-'.`,
      );
    }
    return { name, value: value.replaceAll(/[\r\n]+/g, ' ') };
  });
}
