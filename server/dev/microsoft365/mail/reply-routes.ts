import { actorOf } from '../calendar/event-routes.ts';
import { badRequest } from '../graph/error.ts';
import type { GraphSlice } from '../graph/openapi.ts';
import type { Answer, GraphRequest, Json } from '../graph/request.ts';
import { accepted, bodyValue, created, selected, textValue } from '../graph/request.ts';
import type { GraphRouter } from '../graph/router.ts';
import { freshItemId } from '../tenant/identifiers.ts';
import type { StoredMessage } from '../tenant/stored.ts';
import { SENDS, WRITES } from './mail-permissions.ts';
import { copyAttachments, putMessage } from './mailbox.ts';
import { findMessage } from './message-id.ts';
import { messageInput, readMessage, recipients } from './message-input.ts';
import { MESSAGE_EXPANDABLE, messageView } from './message-view.ts';
import { post, recipientsOf } from './post.ts';
import { answerBody, answerSubject } from './quote.ts';

type Kind = 'reply' | 'replyAll' | 'forward';
type Address = StoredMessage['to'][number];

const CREATE: Readonly<Record<Kind, string>> = {
  reply: 'createReply',
  replyAll: 'createReplyAll',
  forward: 'createForward',
};

/** Answering a message and passing it on: as a draft to go on with, or sent at once. */
export function graphReplies(router: GraphRouter, slice: GraphSlice): void {
  for (const way of ['', '/mailFolders/{mailFolder-id}']) {
    for (const kind of ['reply', 'replyAll', 'forward'] as const) {
      router.mailbox(
        'POST',
        `${way}/messages/{message-id}/${CREATE[kind]}`,
        (request) => createAnswer(request, slice, kind),
        WRITES,
      );
      router.mailbox(
        'POST',
        `${way}/messages/{message-id}/${kind}`,
        (request) => sendAnswer(request, slice, kind),
        SENDS,
      );
    }
  }
}

function createAnswer(request: GraphRequest, slice: GraphSlice, kind: Kind): Answer {
  const draft = putAnswer(request, answerTo(request, slice, kind), kind);
  return created(selected(request, messageView(request, draft), MESSAGE_EXPANDABLE));
}

function sendAnswer(request: GraphRequest, slice: GraphSlice, kind: Kind): Answer {
  const answer = answerTo(request, slice, kind);
  recipientsOf(answer);
  post(request.tenant, request.owner, putAnswer(request, answer, kind), true, actorOf(request));
  return accepted();
}

function putAnswer(request: GraphRequest, answer: ReturnType<typeof answerTo>, kind: Kind): StoredMessage {
  const original = findMessage(request);
  const draft = putMessage(request.tenant, {
    ...answer,
    id: freshItemId(),
    mailbox: request.owner.id,
    folder: 'drafts',
    isDraft: true,
    isRead: true,
    conversationId: original.conversationId,
    references: [...(original.references ?? []), original.internetMessageId].slice(-20),
  });
  if (kind === 'forward') {
    copyAttachments(request.tenant, { ownerId: original.id, date: null }, { ownerId: draft.id, date: null });
  }
  return draft;
}

/** An answer's words: what the request says of it, laid over what an answer says by itself. @throws GraphError 400 for a comment beside a body. */
function answerTo(request: GraphRequest, slice: GraphSlice, kind: Kind) {
  const original = findMessage(request);
  const [comment, asked] = [textValue(request.body, 'comment') ?? '', bodyValue(request.body, 'message')];
  const changes = typeof asked === 'object' && asked !== null ? readMessage(slice, asked as Json) : {};
  if (comment !== '' && changes['body'] !== undefined) {
    throw badRequest(
      'Specify either the parameter Comment or the body of the parameter Message, not both.',
      'ErrorInvalidRequest',
    );
  }
  const usual = usualRecipients(request, original, kind);
  const input = messageInput(request, slice, changes);
  const named = recipients(request.body, 'toRecipients');
  return {
    ...input,
    subject:
      typeof changes['subject'] === 'string'
        ? input.subject
        : answerSubject(kind === 'forward' ? 'FW' : 'RE', original.subject),
    body: changes['body'] === undefined ? answerBody(comment, original) : input.body,
    to: named ?? (changes['toRecipients'] === undefined ? usual.to : input.to),
    cc: changes['ccRecipients'] === undefined ? usual.cc : input.cc,
  };
}

/** To whom an answer goes by itself: whoever wrote, and with replyAll everybody else who got it but oneself. */
function usualRecipients(
  { owner }: GraphRequest,
  original: StoredMessage,
  kind: Kind,
): { to: Address[]; cc: Address[] } {
  if (kind === 'forward') {
    return { to: [], cc: [] };
  }
  const isOwn = original.from.address.toLowerCase() === owner.mail;
  const writers = original.replyTo.length > 0 ? original.replyTo : isOwn ? original.to : [original.from];
  if (kind === 'reply') {
    return { to: writers, cc: [] };
  }
  const seen = new Set([owner.mail]);
  const others = (people: readonly Address[]) =>
    people.filter(({ address }) => {
      const known = seen.has(address.toLowerCase());
      seen.add(address.toLowerCase());
      return !known;
    });
  const to = others([...writers, ...original.to]);
  return { to, cc: others(original.cc) };
}
