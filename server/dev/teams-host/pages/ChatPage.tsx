import {
  AvatarGroup,
  AvatarGroupItem,
  Button,
  Spinner,
  Tab,
  TabList,
  Text,
  mergeClasses,
  partitionAvatarGroupItems,
} from '@fluentui/react-components';
import { Chat24Regular, Video20Regular } from '@fluentui/react-icons';
import { useCallback, useMemo } from 'react';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { useChats } from '../control/queries.ts';
import { go, hashOf } from '../control/route.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import { eventById } from '../graph/events.ts';
import { findEventOfMeeting } from '../graph/find-event.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { personAt } from './attendee-people.ts';
import { useChatStyles } from './ChatPage.styles.ts';
import { meetingDetails } from './meeting-details.ts';

/** The chats of the person's meetings, each with the app's tab where it is installed. */
export function ChatPage(props: {
  readonly chatId: string | undefined;
  readonly tab: 'chat' | 'duologue';
  readonly place: string | undefined;
}): React.JSX.Element {
  const { chatId, tab, place } = props;
  const styles = useChatStyles();
  const { session } = useHost();
  const chats = useChats(session.person.id);
  const chat = chats.data?.find((one) => one.id === chatId);
  return (
    <div className={styles.chats}>
      <section className={mergeClasses(styles.list, chatId !== undefined && styles.listBehind)} aria-label="Chats">
        <Text as="h1" weight="semibold" size={400} className={styles.heading}>
          Chat
        </Text>
        {chats.error && (
          <ProblemNotice title="The chats could not be read" problem={chats.error} again={() => void chats.refetch()} />
        )}
        {chats.isPending && <Spinner label="Reading the chats" />}
        {chats.data?.map((one) => (
          <ChatLink key={one.id} chat={one} isOpen={one.id === chatId} />
        ))}
        {chats.data?.length === 0 && (
          <Text className={styles.empty}>No meeting chats yet. One appears with the first Teams meeting.</Text>
        )}
      </section>
      {chat !== undefined ? (
        <OpenChat key={chat.id} chat={chat} tab={tab} place={place} />
      ) : (
        <div className={styles.nothing}>
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
      <Members chat={chat} />
      <span className={styles.cut}>{chat.topic}</span>
    </a>
  );
}

function Members(props: { chat: LocalChat }): React.JSX.Element {
  const { session } = useHost();
  const others = props.chat.members.filter((one) => one.id !== session.person.id);
  const { inlineItems } = partitionAvatarGroupItems({ items: others.slice(0, 2) });
  return (
    <AvatarGroup layout="stack" size={28} aria-hidden>
      {inlineItems.map((member) => (
        <AvatarGroupItem key={member.id} name={member.displayName} avatar={{ color: personColour(member.id) }} />
      ))}
    </AvatarGroup>
  );
}

function OpenChat(props: { chat: LocalChat; tab: 'chat' | 'duologue'; place: string | undefined }): React.JSX.Element {
  const { chat, place } = props;
  const styles = useChatStyles();
  const { app, openLink, session, people } = useHost();
  const hasApp = chat.installedAppIds.includes(app.catalogAppId) || chat.installedAppIds.includes(app.teamsAppId);
  const tab = hasApp ? props.tab : 'chat';
  const surface = useMemo<Surface>(
    () => ({
      frameContext: 'content',
      pageId: 'meeting',
      subPageId: place,
      chatId: chat.id,
      ...(chat.chatType === 'meeting' ? { meetingId: contextMeetingId(chat.id) } : {}),
    }),
    [chat.id, chat.chatType, place],
  );
  const joinUrl = chat.event?.joinUrl;
  const details = useCallback(async () => {
    const id = joinUrl === undefined ? undefined : await findEventOfMeeting(session, joinUrl);
    if (id === undefined) return undefined;
    const event = await eventById(session, id);
    const organizer = personAt(people, event.organizer.address, event.organizer.name);
    return meetingDetails(event, chat.id, organizer.id, session);
  }, [joinUrl, session, people, chat.id]);
  return (
    <section className={styles.chat} aria-label={chat.topic}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.cut}>
          {chat.topic}
        </Text>
        <TabList
          selectedValue={tab}
          onTabSelect={(_event, { value }) => {
            go({ page: 'chat', chatId: chat.id, tab: value === 'duologue' ? 'duologue' : 'chat', place: undefined });
          }}
          aria-label="Tabs of this chat"
        >
          <Tab value="chat">Chat</Tab>
          {hasApp && <Tab value="duologue">{app.name}</Tab>}
        </TabList>
        <div className={styles.gap} />
        {joinUrl !== undefined && (
          <Button
            icon={<Video20Regular />}
            onClick={() => {
              openLink(joinUrl);
            }}
          >
            Join
          </Button>
        )}
      </div>
      {tab === 'duologue' ? (
        <TeamsFrame key={place} surface={surface} name="Duologue, meeting chat tab" meetingDetails={details} />
      ) : (
        <div className={styles.nothing}>
          <Members chat={chat} />
          <Text>{chat.members.map((one) => one.displayName).join(', ')}</Text>
          <Text size={200}>
            {hasApp ? `${app.name} is in this chat: its tab is above.` : `${app.name} is not in this chat.`} Messages
            are not part of the local Teams.
          </Text>
        </div>
      )}
    </section>
  );
}
