import { bodyInput, extendedPropertiesInput, refuseUnknownNames } from '../calendar/event-input.ts';
import { GraphError } from '../graph/error.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { bodyValue, textValue } from '../graph/request.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { StoredMessage } from '../tenant/stored.ts';

type Address = StoredMessage['to'][number];

/** The words of a message, apart from where it lies and what became of it. */
export type MessageInput = Omit<
  StoredMessage,
  | 'id'
  | 'mailbox'
  | 'folder'
  | 'kind'
  | 'internetMessageId'
  | 'conversationId'
  | 'isDraft'
  | 'isRead'
  | 'createdAt'
  | 'changeNumber'
  | 'eventId'
>;

/** What a request says a message is. @throws GraphError 400 for what Graph would refuse, 403 for somebody else's name in From. */
export function messageInput(
  request: GraphRequest,
  slice: GraphSlice,
  body: Json,
  before?: StoredMessage,
): MessageInput {
  refuseUnknownNames(slice, body, 'message');
  const sender = bodyValue(body, 'from/emailAddress/address');
  if (typeof sender === 'string' && sender.toLowerCase() !== request.owner.mail) {
    throw new GraphError(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    );
  }
  const importance = (textValue(body, 'importance') ?? before?.importance ?? 'normal').toLowerCase();
  return {
    subject: typeof body['subject'] === 'string' ? body['subject'] : (before?.subject ?? ''),
    body:
      body['body'] === undefined
        ? (before?.body ?? { contentType: 'html', content: bodyInput({}) })
        : messageBody(body['body']),
    from: { name: request.owner.displayName, address: request.owner.mail },
    to: recipients(body, 'toRecipients') ?? before?.to ?? [],
    cc: recipients(body, 'ccRecipients') ?? before?.cc ?? [],
    bcc: recipients(body, 'bccRecipients') ?? before?.bcc ?? [],
    replyTo: recipients(body, 'replyTo') ?? before?.replyTo ?? [],
    importance: importance === 'low' || importance === 'high' ? importance : 'normal',
    headers: headersInput(body) ?? before?.headers ?? [],
    extendedProperties: Array.isArray(body['singleValueExtendedProperties'])
      ? extendedPropertiesInput(body['singleValueExtendedProperties'])
      : (before?.extendedProperties ?? {}),
  };
}

/** A message keeps the HTML it was sent with: Outlook on the web shows it inside its own frame. */
function messageBody(value: unknown): StoredMessage['body'] {
  const contentType = (textValue(value, 'contentType') ?? 'text').toLowerCase();
  bodyInput(value);
  return { contentType: contentType === 'html' ? 'html' : 'text', content: textValue(value, 'content') ?? '' };
}

function recipients(body: Json, name: string): Address[] | undefined {
  const asked = body[name];
  if (!Array.isArray(asked)) {
    return undefined;
  }
  return asked.map((one: unknown) => {
    const [address, display] = [bodyValue(one, 'emailAddress/address'), bodyValue(one, 'emailAddress/name')];
    if (typeof address !== 'string' || !address.includes('@')) {
      throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    }
    return { name: typeof display === 'string' ? display : address, address };
  });
}

function headersInput(body: Json): StoredMessage['headers'] | undefined {
  const asked = body['internetMessageHeaders'];
  if (!Array.isArray(asked)) {
    return undefined;
  }
  return asked.map((one: unknown) => {
    const [name, value] = [bodyValue(one, 'name'), bodyValue(one, 'value')];
    if (typeof name !== 'string' || !/^x-/i.test(name) || typeof value !== 'string') {
      throw new GraphError(
        400,
        'InvalidInternetMessageHeader',
        `The internet message header name '${String(name)}' should start with 'x-' or 'X-'.`,
      );
    }
    return { name, value };
  });
}
