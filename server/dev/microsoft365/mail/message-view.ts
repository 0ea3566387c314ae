import type { Probe } from '../graph/query-page.ts';
import type { GraphRequest, Json } from '../graph/request.ts';
import { preference, queryOptions } from '../graph/request.ts';
import { openOccurrenceId, stableGuid } from '../tenant/identifiers.ts';
import { attachmentView } from '../calendar/attachment.ts';
import { wholeView } from '../calendar/event-view.ts';
import { bodyPreview, bodyText, withoutScripts } from './item-body.ts';
import { graphInstant } from '../calendar/local-time.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { folderId } from './folder.ts';
import { seesOnlyBasics } from './mail-permissions.ts';
import { extensionViews } from './message-extension-routes.ts';
import { messageId } from './message-id.ts';

/** What Graph only sends of a message when `$expand` or `$select` asks for it. */
export const MESSAGE_EXPANDABLE = [
  'singleValueExtendedProperties',
  'attachments',
  'internetMessageHeaders',
  'uniqueBody',
  'extensions',
  'event',
];
const NOT_BASIC = new Set([
  'body',
  'bodyPreview',
  'uniqueBody',
  'attachments',
  'extensions',
  'singleValueExtendedProperties',
]);

const previews = new WeakMap<StoredMessage['body'], string>();

/** The version of a message: another one after each change. */
export function changeKeyOf(message: StoredMessage): string {
  const digest = stableGuid(message.id, String(message.changeNumber)).replaceAll('-', '');
  return `CQAAABYAAAD${Buffer.from(digest, 'hex').toString('base64')}`;
}

/** A message as Graph writes it, as far as the caller may see it. */
export function messageView(request: GraphRequest, message: StoredMessage): Json {
  const view = { ...heading(request, message), ...words(request, message), ...hangingOn(request, message) };
  return seesOnlyBasics(request.caller)
    ? Object.fromEntries(Object.entries(view).filter(([name]) => !NOT_BASIC.has(name)))
    : view;
}

function heading(request: GraphRequest, message: StoredMessage): Json {
  const [key, id] = [changeKeyOf(message), messageId(request, message)];
  return {
    ...(message.kind === 'message'
      ? {}
      : {
          '@odata.type':
            message.kind === 'meetingRequest'
              ? '#microsoft.graph.eventMessageRequest'
              : '#microsoft.graph.eventMessage',
        }),
    '@odata.etag': `W/"${key}"`,
    id,
    changeKey: key,
    hasAttachments: request.tenant.attachmentsOf(message.id, null).some((one) => !one.isInline),
    parentFolderId: folderId(message.mailbox, message.folder),
    conversationIndex: Buffer.from(`${message.conversationId.slice(-16)}${graphInstant(message.createdAt)}`).toString(
      'base64url',
    ),
    webLink: `${request.graphBase.replace(/\/v1\.0$/, '')}/#/mail?itemid=${encodeURIComponent(id)}`,
    ...plainHeading(message),
    ...(message.kind === 'message'
      ? {}
      : { meetingMessageType: message.kind, ...(message.eventId === null ? {} : { eventId: message.eventId }) }),
  };
}

/** What a message says of itself without any working out. */
function plainHeading(message: StoredMessage): Json {
  const at = graphInstant(message.createdAt);
  return {
    createdDateTime: at,
    lastModifiedDateTime: graphInstant(message.modifiedAt ?? message.createdAt),
    categories: message.categories ?? [],
    receivedDateTime: at,
    sentDateTime: at,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    importance: message.importance,
    conversationId: message.conversationId,
    isDeliveryReceiptRequested: message.wantsDeliveryReceipt ?? false,
    isReadReceiptRequested: message.wantsReadReceipt ?? false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    inferenceClassification: message.inference ?? 'focused',
    sender: { emailAddress: message.from },
    from: { emailAddress: message.from },
    toRecipients: message.to.map((emailAddress) => ({ emailAddress })),
    ccRecipients: message.cc.map((emailAddress) => ({ emailAddress })),
    bccRecipients: message.bcc.map((emailAddress) => ({ emailAddress })),
    replyTo: message.replyTo.map((emailAddress) => ({ emailAddress })),
    flag: message.flag ?? { flagStatus: 'notFlagged' },
    internetMessageHeaders: message.headers,
  };
}

/** What a message is looked at by when a query asks about nothing that has to be worked out. */
export const MESSAGE_PROBE: Probe<StoredMessage> = {
  names: new Set([
    'createddatetime',
    'lastmodifieddatetime',
    'categories',
    'receiveddatetime',
    'sentdatetime',
    'internetmessageid',
    'subject',
    'importance',
    'conversationid',
    'isread',
    'isdraft',
    'inferenceclassification',
    'sender',
    'from',
    'torecipients',
    'ccrecipients',
    'bccrecipients',
    'flag',
  ]),
  view: plainHeading,
  isSearched: false,
};

/** The body as the request prefers it: plain text if it says so, and without scripts unless it says it can bear them. */
function words(request: GraphRequest, message: StoredMessage): Json {
  const wantsText = preference(request, 'outlook.body-content-type')?.toLowerCase() === 'text';
  const isUnsafeFine = /outlook\.allow-unsafe-html/i.test(request.header('prefer') ?? '');
  const { contentType, content } = message.body;
  const body =
    contentType === 'text'
      ? message.body
      : wantsText
        ? { contentType: 'text', content: bodyText(content) }
        : { contentType, content: isUnsafeFine ? content : withoutScripts(content) };
  return { bodyPreview: previewOf(message), body, uniqueBody: body };
}

/** The first words of a message; worked out once for each body, for lists ask for it again and again. */
function previewOf({ body }: StoredMessage): string {
  const preview =
    previews.get(body) ?? (body.contentType === 'text' ? body.content.slice(0, 255) : bodyPreview(body.content));
  previews.set(body, preview);
  return preview;
}

/** What hangs on a message, if the query is about it at all. */
function hangingOn(request: GraphRequest, message: StoredMessage): Json {
  const { expand, select } = queryOptions(request);
  const wants = (name: string) => expand.has(name) || select?.has(name) === true;
  return {
    ...(wants('attachments')
      ? { attachments: request.tenant.attachmentsOf(message.id, null).map(attachmentView) }
      : {}),
    ...(wants('event') ? eventOf(request, message) : {}),
    extensions: extensionViews(message),
    singleValueExtendedProperties: Object.entries(message.extendedProperties).map(([id, value]) => ({ id, value })),
  };
}

/** The calendar item a meeting message is about, while it is there. */
function eventOf(request: GraphRequest, { eventId, mailbox }: StoredMessage): Json {
  const masterId = openOccurrenceId(eventId ?? '')?.masterId ?? eventId ?? '';
  const event = request.tenant.events.get(masterId);
  return event?.mailbox === mailbox ? { event: wholeView(request, event) } : {};
}
