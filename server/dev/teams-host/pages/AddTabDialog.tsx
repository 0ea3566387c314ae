import { Button, Field, Input, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { addApp } from '../graph/chat-tabs.ts';
import { EventDialog } from './EventDialog.tsx';
import { TabSetUpDialog } from './TabSetUpDialog.tsx';

/** What `+` beside a chat's tabs asks: which app, and for an app that has one, its page to set up the tab. */
export function AddTabDialog(props: {
  readonly chat: LocalChat;
  readonly hasApp: boolean;
  readonly added: (tab: string) => void;
  readonly close: () => void;
}): React.JSX.Element {
  const { chat, hasApp, added, close } = props;
  const { app, session, say } = useHost();
  const [address, setAddress] = useState('');
  const [isSettingUp, setSettingUp] = useState(false);
  if (isSettingUp) return <TabSetUpDialog chatId={chat.id} address={address} added={added} close={close} />;
  const isOwn = URL.parse(address)?.origin === app.appOrigin;
  return (
    <EventDialog
      title={`Add ${app.name} to this chat`}
      verb={hasApp ? 'Open its tab' : 'Add'}
      change={async () => {
        if (!hasApp) await addApp(session, app, chat.id);
      }}
      done={() => {
        if (!hasApp) say(`${app.name} is in this chat`, 'Everybody in it sees its tab.');
        added('duologue');
      }}
      close={close}
    >
      <Text>
        {hasApp
          ? `${app.name} is here already: its manifest pins its tab to every chat it is in, with nothing to set up.`
          : `Its manifest pins its tab to the chat, with nothing to set up. It also shows in the meeting’s details and beside the meeting.`}
      </Text>
      <Field
        label="Or: a page of the app that sets up a tab"
        hint={`For trying out an app with a configurable tab; an address at ${app.appOrigin}.`}
      >
        <Input
          type="url"
          value={address}
          onChange={(_event, { value }) => {
            setAddress(value);
          }}
          contentAfter={
            <Button
              size="small"
              appearance="subtle"
              disabled={!isOwn || !hasApp}
              onClick={() => {
                setSettingUp(true);
              }}
            >
              Set up
            </Button>
          }
        />
      </Field>
    </EventDialog>
  );
}
