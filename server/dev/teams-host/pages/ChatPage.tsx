import { SearchBox, Spinner, Text, mergeClasses } from '@fluentui/react-components';
import { Chat24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { useChats } from '../control/queries.ts';
import { hashOf } from '../control/route.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { ChatMembers } from './ChatMembers.tsx';
import { useChatStyles } from './ChatPage.styles.ts';
import { OpenChat } from './OpenChat.tsx';

/** The chats of the person's meetings, each with its messages and the app's tab where it is installed. */
export function ChatPage(props: {
  readonly chatId: string | undefined;
  readonly tab: string;
  readonly place: string | undefined;
}): React.JSX.Element {
  const { chatId, tab, place } = props;
  const styles = useChatStyles();
  const { session } = useHost();
  const chats = useChats(session.person.id);
  const [sought, setSought] = useState('');
  const chat = chats.data?.find((one) => one.id === chatId);
  const asked = sought.trim().toLowerCase();
  const shown = (chats.data ?? []).filter((one) => asked === '' || one.topic.toLowerCase().includes(asked));
  return (
    <div className={styles.chats}>
      <section className={mergeClasses(styles.list, chatId !== undefined && styles.listBehind)} aria-label="Chats">
        <Text as="h1" weight="semibold" size={400} className={styles.heading}>
          Chat
        </Text>
        <SearchBox
          className={styles.search}
          size="small"
          placeholder="Find a chat"
          aria-label="Find a chat"
          value={sought}
          onChange={(_event, { value }) => {
            setSought(value);
          }}
        />
        {chats.error && (
          <ProblemNotice title="The chats could not be read" problem={chats.error} again={() => void chats.refetch()} />
        )}
        {chats.isPending && <Spinner label="Reading the chats" />}
        {shown.map((one) => (
          <ChatLink key={one.id} chat={one} isOpen={one.id === chatId} />
        ))}
        {chats.data?.length === 0 && (
          <Text className={styles.empty}>No meeting chats yet. One appears with the first Teams meeting.</Text>
        )}
      </section>
      {chat !== undefined ? (
        <OpenChat key={chat.id} chat={chat} tab={tab} place={place} />
      ) : (
        <div className={mergeClasses(styles.nothing, chatId === undefined && styles.nothingChosen)}>
          <Chat24Regular aria-hidden />
          <Text>{chatId !== undefined && chats.data !== undefined ? 'You are not in this chat' : 'Choose a chat'}</Text>
        </div>
      )}
    </div>
  );
}

function ChatLink(props: { chat: LocalChat; isOpen: boolean }): React.JSX.Element {
  const { chat, isOpen } = props;
  const styles = useChatStyles();
  return (
    <a
      href={hashOf({ page: 'chat', chatId: chat.id, tab: 'chat', place: undefined })}
      className={mergeClasses(styles.link, isOpen && styles.open)}
      aria-current={isOpen ? 'true' : undefined}
    >
      <ChatMembers chat={chat} />
      <span className={styles.cut}>{chat.topic}</span>
    </a>
  );
}
