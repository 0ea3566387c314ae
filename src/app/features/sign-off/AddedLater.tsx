import { Button, Field, Textarea, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { SignOffResponse } from '#contract/sign-off.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useSignOffStyles } from './SignOff.styles.ts';

interface AddedLaterProps {
  readonly view: MeetingResponse;
  readonly signOff: SignOffResponse;
}

/** What either of the two added beside a closed record, which stays as it is (OD3a-13). */
export function AddedLater({ view, signOff }: AddedLaterProps) {
  const styles = useSignOffStyles();
  const { today, zone } = useToday();
  return (
    <div className={styles.stack}>
      {signOff.addenda.length === 0 && <span className={styles.quiet}>{say('signOff.addedNone')}</span>}
      {signOff.addenda.length > 0 && (
        <ul className={styles.list}>
          {signOff.addenda.map(({ id, authorId, text, at }) => {
            const author = authorId === view.me.id ? view.me : view.other;
            return (
              <li key={id} className={styles.entry}>
                <PersonAvatar person={author} size={20} isNamed />
                <span className={styles.grow}>
                  <span className={styles.words} dir="auto">
                    {text}
                  </span>
                  <span className={styles.quiet}>
                    {say('signOff.addedBy', { name: author.givenName, when: sayMoment(at, zone, today) })}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {!signOff.beingWritten && <AddForm meetingId={signOff.meetingId} />}
      <span className={styles.quiet}>{say('signOff.stays')}</span>
    </div>
  );
}

function AddForm({ meetingId }: { readonly meetingId: string }) {
  const styles = useSignOffStyles();
  const [text, setText] = useKeptDraft(`addendum ${meetingId}`);
  const [isOpen, setOpen] = useState(text !== '');
  // The same id until it is added: sent twice it is added once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const add = useChange('addAddendum');
  if (!isOpen) {
    return (
      <div>
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('signOff.add')}
        </Button>
      </div>
    );
  }
  const leave = () => {
    setText('');
    setOpen(false);
    setId(crypto.randomUUID());
  };
  return (
    <form
      className={styles.tight}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '')
          add.mutate({ params: { meetingId }, request: { id, text: text.trim() } }, { onSuccess: leave });
      }}
    >
      {add.error !== null && <ErrorNotice error={add.error} />}
      <Field label={say('signOff.addLabel')}>
        <Textarea
          autoFocus
          value={text}
          resize="vertical"
          rows={3}
          maxLength={4000}
          onChange={(_, data) => {
            setText(data.value);
          }}
        />
      </Field>
      <div className={mergeClasses(styles.buttons, styles.end)}>
        <Button size="small" appearance="subtle" onClick={leave}>
          {say('signOff.cancel')}
        </Button>
        <Button size="small" type="submit" disabledFocusable={add.isPending}>
          {say('signOff.addKeep')}
        </Button>
      </div>
    </form>
  );
}
