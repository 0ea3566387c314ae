import { Avatar, Button, Link, Spinner, Text, Textarea, mergeClasses } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { personColour } from '../control/person-colour.ts';
import { followed } from '../control/queries.ts';
import { postChatMessage, useChatMessages } from '../graph/chat-queries.ts';
import type { ChatLine } from '../graph/chat-queries.ts';
import { paragraphs } from '../graph/mail-changes.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useChatStyles } from './ChatPage.styles.ts';
import { messageLines } from './chat-words.ts';

/** What was written in a chat, one's own on the right, and the box to write more. */
export function ChatMessages(props: { readonly chat: LocalChat; readonly hasApp: boolean }): React.JSX.Element {
  const { chat } = props;
  const styles = useChatStyles();
  const { session, app } = useHost();
  const messages = useChatMessages(chat.id);
  const end = useRef<HTMLDivElement>(null);
  const count = messages.data?.length ?? 0;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  let day = '';
  return (
    <>
      <div className={styles.messages}>
        {messages.error && <ProblemNotice title="The messages could not be read" problem={messages.error} />}
        {messages.isPending && <Spinner label="Reading the messages" />}
        {messages.data?.length === 0 && (
          <div className={styles.nothing}>
            <Text>
              This is the chat of {chat.members.map((one) => one.displayName).join(', ')}. Nothing has been written yet.
            </Text>
            <Text size={200}>
              {props.hasApp
                ? `${app.name} is in this chat: its tab is above.`
                : `${app.name} is not in this chat. Add it with + above.`}
            </Text>
          </div>
        )}
        <ol className={styles.lines} aria-label="Messages">
          {messages.data?.map((line) => {
            const at = wallTimeIn(Date.parse(line.at), session.person.timeZone);
            const isNewDay = dateOf(at) !== day;
            day = dateOf(at);
            return (
              <Fragment key={line.id}>
                {isNewDay && <li className={styles.day}>{shortDate(day)}</li>}
                <Message line={line} time={timeOf(at)} />
              </Fragment>
            );
          })}
        </ol>
        <div ref={end} />
      </div>
      <WriteBox chatId={chat.id} />
    </>
  );
}

function Message(props: { line: ChatLine; time: string }): React.JSX.Element {
  const { line, time } = props;
  const styles = useChatStyles();
  const { session, openLink } = useHost();
  if (line.event !== undefined) {
    return (
      <li className={styles.event}>
        {line.event}, {time}
      </li>
    );
  }
  const isOwn = line.fromId === session.person.id;
  return (
    <li className={mergeClasses(styles.message, isOwn && styles.own)}>
      {!isOwn && (
        <Avatar name={line.fromName} color={personColour(line.fromId ?? line.fromName)} size={28} aria-hidden />
      )}
      <div className={mergeClasses(styles.bubble, isOwn && styles.ownBubble)}>
        <Text size={200} className={styles.by}>
          {isOwn ? time : `${line.fromName}, ${time}`}
        </Text>
        {messageLines(line.html).map((parts, index) => (
          <div key={index} className={styles.words}>
            {parts.map((part, place) =>
              part.link === undefined ? (
                <Fragment key={place}>{part.text}</Fragment>
              ) : (
                <Link
                  key={place}
                  as="button"
                  inline
                  onClick={() => {
                    openLink(part.link ?? '');
                  }}
                >
                  {part.text}
                </Link>
              ),
            )}
          </div>
        ))}
      </div>
    </li>
  );
}

function WriteBox(props: { chatId: string }): React.JSX.Element {
  const styles = useChatStyles();
  const { session, say } = useHost();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: (words: string) => postChatMessage(session, props.chatId, paragraphs(words)),
    onSuccess: () => {
      setText('');
      void client.invalidateQueries({ queryKey: [followed, 'chat-messages'] });
    },
    onError: (problem) => {
      say('Not sent; it is still in the box', problem.message);
    },
  });
  const go = (): void => {
    if (text.trim() !== '' && !send.isPending) send.mutate(text.trim());
  };
  return (
    <form
      className={styles.write}
      onSubmit={(submit) => {
        submit.preventDefault();
        go();
      }}
    >
      <Textarea
        className={styles.box}
        aria-label="Type a message"
        placeholder="Type a message"
        value={text}
        rows={1}
        onChange={(_event, { value }) => {
          setText(value);
        }}
        onKeyDown={(key) => {
          if (key.key !== 'Enter' || key.shiftKey) return;
          key.preventDefault();
          go();
        }}
      />
      <Button
        type="submit"
        appearance="subtle"
        icon={<Send20Regular />}
        aria-label="Send"
        disabled={text.trim() === '' || send.isPending}
      />
    </form>
  );
}
