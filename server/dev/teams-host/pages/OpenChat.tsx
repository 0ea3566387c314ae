import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Text,
  Tooltip,
} from '@fluentui/react-components';
import { Add20Regular, ArrowLeft20Regular, MoreHorizontal20Regular, Video20Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { followed } from '../control/queries.ts';
import { go } from '../control/route.ts';
import { TeamsFrame } from '../frames/TeamsFrame.tsx';
import { removeApp, removeTab, staticTabId, useChatTabs } from '../graph/chat-tabs.ts';
import { eventById } from '../graph/events.ts';
import { findEventOfMeeting } from '../graph/find-event.ts';
import { contextMeetingId } from '../protocol/meeting.ts';
import type { Surface } from '../protocol/surface.ts';
import { AddTabDialog } from './AddTabDialog.tsx';
import { ChatMessages } from './ChatMessages.tsx';
import { useChatStyles } from './ChatPage.styles.ts';
import { personAt } from './attendee-people.ts';
import { meetingDetails } from './meeting-details.ts';

/** One chat: its messages, the tab the app's manifest pins to it, and the tabs set up in it. */
export function OpenChat(props: {
  readonly chat: LocalChat;
  readonly tab: string;
  readonly place: string | undefined;
}): React.JSX.Element {
  const { chat, place } = props;
  const styles = useChatStyles();
  const { app, openLink, session, people } = useHost();
  const [isAdding, setAdding] = useState(false);
  const hasApp = chat.installedAppIds.includes(app.catalogAppId) || chat.installedAppIds.includes(app.teamsAppId);
  const tabs = useChatTabs(chat.id, hasApp);
  const setUp = tabs.data?.find((one) => one.id === props.tab);
  const tab = hasApp && (props.tab === 'duologue' || setUp !== undefined) ? props.tab : 'chat';
  const pageId = setUp?.config.entityId ?? staticTabId;
  const surface = useMemo<Surface>(
    () => ({
      frameContext: 'content',
      pageId,
      subPageId: place,
      chatId: chat.id,
      ...(chat.chatType === 'meeting' ? { meetingId: contextMeetingId(chat.id) } : {}),
    }),
    [chat.id, chat.chatType, place, pageId],
  );
  const joinUrl = chat.event?.joinUrl;
  const details = useCallback(async () => {
    const id = joinUrl === undefined ? undefined : await findEventOfMeeting(session, joinUrl);
    if (id === undefined) return undefined;
    const event = await eventById(session, id);
    const organizer = personAt(people, event.organizer.address, event.organizer.name);
    return meetingDetails(event, chat.id, organizer.id, session);
  }, [joinUrl, session, people, chat.id]);
  const open = (next: string): void => {
    go({ page: 'chat', chatId: chat.id, tab: next, place: undefined });
  };
  return (
    <section className={styles.chat} aria-label={chat.topic}>
      <div className={styles.head}>
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label="Chats"
          onClick={() => {
            go({ page: 'chat', chatId: undefined, tab: 'chat', place: undefined });
          }}
        />
        <Text weight="semibold" className={styles.cut}>
          {chat.topic}
        </Text>
        <TabList
          selectedValue={tab}
          onTabSelect={(_event, { value }) => {
            open(String(value));
          }}
          aria-label="Tabs of this chat"
        >
          <Tab value="chat">Chat</Tab>
          {hasApp && <Tab value="duologue">{app.name}</Tab>}
          {hasApp &&
            tabs.data?.map((one) => (
              <Tab key={one.id} value={one.id}>
                {one.name}
              </Tab>
            ))}
        </TabList>
        <Tooltip content="Add a tab" relationship="label">
          <Button
            appearance="subtle"
            icon={<Add20Regular />}
            onClick={() => {
              setAdding(true);
            }}
          />
        </Tooltip>
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
        {hasApp && (
          <Removing
            chatId={chat.id}
            tab={setUp}
            done={() => {
              open('chat');
            }}
          />
        )}
      </div>
      {tab === 'chat' ? (
        <ChatMessages chat={chat} hasApp={hasApp} />
      ) : (
        <TeamsFrame
          key={`${tab} ${place ?? ''}`}
          surface={surface}
          name={setUp === undefined ? 'Duologue, meeting chat tab' : `Tab: ${setUp.name}`}
          address={setUp?.config.contentUrl}
          meetingDetails={details}
        />
      )}
      {isAdding && (
        <AddTabDialog
          chat={chat}
          hasApp={hasApp}
          added={open}
          close={() => {
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}

function Removing(props: {
  chatId: string;
  tab: { id: string; name: string } | undefined;
  done: () => void;
}): React.JSX.Element {
  const { chatId, tab } = props;
  const { session, app, say } = useHost();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (what: 'tab' | 'app') =>
      what === 'tab' && tab !== undefined ? removeTab(session, chatId, tab.id) : removeApp(session, chatId),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [followed] });
      props.done();
    },
    onError: (problem) => {
      say('That did not work', problem.message);
    },
  });
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label="More" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tab !== undefined && (
            <MenuItem
              onClick={() => {
                remove.mutate('tab');
              }}
            >
              Remove the tab {tab.name}
            </MenuItem>
          )}
          <MenuItem
            onClick={() => {
              remove.mutate('app');
            }}
          >
            Remove {app.name} from this chat
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
