import { Button, Field, Radio, RadioGroup, Textarea, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import type { SignOffResponse } from '#contract/sign-off.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useSignOffStyles } from './SignOff.styles.ts';

interface SignFormProps {
  readonly view: MeetingResponse;
  readonly signOff: SignOffResponse;
}

/** Signs the record as it is read, or with one's own view beside it. What was typed stays when it could not be sent. */
export function SignForm({ view, signOff }: SignFormProps) {
  const styles = useSignOffStyles();
  const { meetingId } = signOff;
  const [words, setWords] = useKeptDraft(`view ${meetingId}`);
  const [differs, setDiffers] = useState(words !== '');
  const [isMissing, setMissing] = useState(false);
  const sign = useChange('signRecord');
  const submit = () => {
    const own = words.trim();
    setMissing(differs && own === '');
    if (differs && own === '') return;
    const request = { contentHash: signOff.contentHash, words: differs ? own : null };
    sign.mutate(
      { params: { meetingId }, request },
      {
        onSuccess: () => {
          setWords('');
        },
      },
    );
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {sign.error !== null && <ErrorNotice error={sign.error} />}
      <RadioGroup
        aria-label={say('signOff.choice')}
        value={differs ? 'differ' : 'agree'}
        onChange={(_, data) => {
          setDiffers(data.value === 'differ');
          setMissing(false);
        }}
      >
        <Radio value="agree" label={say('signOff.agree')} />
        <Radio value="differ" label={say('signOff.differ')} />
      </RadioGroup>
      {differs && (
        <Field
          label={say('signOff.ownWords')}
          hint={say('signOff.seenWhenSigned', { name: view.other.givenName })}
          {...(isMissing ? { validationMessage: say('signOff.ownWordsNeeded') } : {})}
        >
          <Textarea
            value={words}
            resize="vertical"
            rows={4}
            maxLength={4000}
            onChange={(_, data) => {
              setMissing(false);
              setWords(data.value);
            }}
          />
        </Field>
      )}
      <div className={mergeClasses(styles.buttons, styles.end)}>
        <Button type="submit" appearance="primary" disabledFocusable={sign.isPending}>
          {differs ? say('signOff.signWithView') : say('signOff.sign')}
        </Button>
      </div>
    </form>
  );
}
