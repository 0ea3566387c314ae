import { Dropdown, Field, Option, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { useChats } from '../control/queries.ts';
import { postChatMessage } from '../graph/chat-queries.ts';
import { paragraphs } from '../graph/mail-changes.ts';
import { EventDialog } from '../pages/EventDialog.tsx';

/** Where to share what an app hands over with `sharing.shareWebContent`: a chat. */
export function ShareDialog(props: {
  readonly links: readonly { readonly url: string; readonly message: string }[];
  readonly settle: (sent: boolean) => void;
  readonly close: () => void;
}): React.JSX.Element {
  const { links, settle, close } = props;
  const { session, say } = useHost();
  const chats = useChats(session.person.id);
  const [chatId, setChatId] = useState('');
  const [text, setText] = useState(links.map((link) => link.message).join(' '));
  const chat = chats.data?.find((one) => one.id === chatId);
  return (
    <EventDialog
      title="Share to a chat"
      verb="Share"
      canGo={chat !== undefined}
      change={async () => {
        const anchors = links.map(
          ({ url }) => `<p><a href="${encodeURI(url).replaceAll('"', '%22')}">${new URL(url).host}</a></p>`,
        );
        await postChatMessage(session, chatId, `${paragraphs(text)}${anchors.join('')}`);
        settle(true);
      }}
      done={() => {
        say('Shared', chat?.topic);
      }}
      close={() => {
        settle(false);
        close();
      }}
    >
      <Field label="Chat">
        <Dropdown
          value={chat?.topic ?? ''}
          selectedOptions={[chatId]}
          onOptionSelect={(_event, { optionValue }) => {
            setChatId(optionValue ?? '');
          }}
        >
          {(chats.data ?? []).map((one) => (
            <Option key={one.id} value={one.id}>
              {one.topic}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label="Message">
        <Textarea
          value={text}
          onChange={(_event, { value }) => {
            setText(value);
          }}
        />
      </Field>
      {links.map(({ url }) => (
        <Text key={url} size={200}>
          {url}
        </Text>
      ))}
    </EventDialog>
  );
}
