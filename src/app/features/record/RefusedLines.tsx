import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useConnection } from '../../api/connection.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import type { Unsent } from '../../api/outbox.ts';
import { say } from '../../text/say.ts';
import { wordsFor } from '../../ui/ErrorNotice.tsx';
import { captureKey } from './capture-draft.ts';

interface RefusedLinesProps {
  readonly meetingId: string;
  readonly refused: readonly Unsent[];
}

/** What the server said no to, with the words typed: send again, put back, or let go. Nothing typed is lost without being asked. */
export function RefusedLines({ meetingId, refused }: RefusedLinesProps) {
  const { outbox } = useConnection();
  const [draft, setDraft] = useKeptDraft(captureKey(meetingId));
  return refused.map((entry) => {
    const { title, todo } = wordsFor(entry.error ?? new Error(entry.name));
    const text = textOf(entry.request);
    const goesBack = text !== '' && (entry.name === 'addPoint' || entry.name === 'addAction');
    return (
      <MessageBar key={entry.id} intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{say('record.notKept.title')}</MessageBarTitle> {title} {todo}
          {text !== '' && <blockquote>{text}</blockquote>}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => { outbox.again(entry.id); }}>
            {say('record.sendAgain')}
          </Button>
          {goesBack ? (
            <Button
              size="small"
              onClick={() => {
                setDraft(draft === '' ? text : `${draft}\n${text}`);
                outbox.discard(entry.id);
              }}
            >
              {say('record.backToBox')}
            </Button>
          ) : (
            <Button size="small" onClick={() => { outbox.discard(entry.id); }}>
              {say('record.discard')}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    );
  });
}

function textOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return '';
  if ('text' in request && typeof request.text === 'string') return request.text;
  return 'title' in request && typeof request.title === 'string' ? request.title : '';
}
