import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import type { Session } from '../control/session.ts';
import { askGraph } from './graph-client.ts';
import { paragraphs } from './mail-changes.ts';

/** Something written in a chat. Time as an ISO instant. */
export interface ChatLine {
  readonly id: string;
  readonly at: string;
  /** Null for what Teams itself writes. */
  readonly fromId: string | null;
  readonly fromName: string;
  readonly html: string;
  /** What Teams says happened, in words; undefined for what somebody wrote. */
  readonly event: string | undefined;
}

/** The newest fifty messages of a chat, oldest first. */
export function useChatMessages(chatId: string): UseQueryResult<ChatLine[]> {
  const { session } = useHost();
  return useQuery({
    queryKey: [followed, 'chat-messages', session.person.id, chatId],
    queryFn: async () => {
      const path = `chats/${encodeURIComponent(chatId)}/messages?$top=50`;
      const { value } = await askGraph<{ value: ChatMessage[] }>(session, path);
      return value
        .filter((one) => !one.deletedDateTime)
        .map(chatLine)
        .toReversed();
    },
  });
}

/** Writes into a chat as the signed-in person. @throws LocalProblem */
export async function postChatMessage(session: Session, chatId: string, html: string): Promise<void> {
  await askGraph(session, `chats/${encodeURIComponent(chatId)}/messages`, {
    method: 'POST',
    body: { body: { contentType: 'html', content: html } },
  });
}

function chatLine(message: ChatMessage): ChatLine {
  const { user } = message.from ?? {};
  return {
    id: message.id ?? '',
    at: message.createdDateTime ?? '',
    fromId: user?.id ?? null,
    fromName: user?.displayName ?? 'Teams',
    html: message.body?.contentType === 'html' ? (message.body.content ?? '') : paragraphs(message.body?.content ?? ''),
    event: eventWords(message),
  };
}

function eventWords(message: ChatMessage): string | undefined {
  if (message.messageType !== 'systemEventMessage') return undefined;
  const detail = message.eventDetail as
    | { '@odata.type'?: string; teamsAppDisplayName?: string; initiator?: { user?: { displayName?: string } } }
    | null
    | undefined;
  const who = detail?.initiator?.user?.displayName ?? 'Somebody';
  const did = detail?.['@odata.type']?.includes('Removed') === true ? 'removed' : 'added';
  return `${who} ${did} ${detail?.teamsAppDisplayName ?? 'an app'}`;
}
