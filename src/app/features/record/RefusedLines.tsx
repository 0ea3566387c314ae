import { useConnection } from '../../api/connection.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import type { Unsent } from '../../api/outbox.ts';
import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';
import { wordsFor } from '../../ui/error-words.ts';
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
    const letGo = (): void => {
      if (goesBack) setDraft(draft === '' ? text : `${draft}\n${text}`);
      outbox.discard(entry.id);
    };
    return (
      <Notice
        key={entry.id}
        intent="warning"
        title={say('record.notKept.title')}
        actions={[
          {
            words: say('record.sendAgain'),
            onPress: () => {
              outbox.again(entry.id);
            },
          },
          { words: goesBack ? say('record.backToBox') : say('record.discard'), onPress: letGo },
        ]}
      >
        {title} {todo} {text !== '' && <q>{text}</q>}
      </Notice>
    );
  });
}

function textOf(request: unknown): string {
  if (typeof request !== 'object' || request === null) return '';
  if ('text' in request && typeof request.text === 'string') return request.text;
  return 'title' in request && typeof request.title === 'string' ? request.title : '';
}
