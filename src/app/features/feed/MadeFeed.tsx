import { Body1, Button, Caption1, Field, Input } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { say } from '../../text/say.ts';
import { useFeedDialogStyles } from './FeedDialog.styles.ts';

interface MadeFeedProps {
  readonly address: string;
}

/** A link just made: shown this once, with a way to copy it and how to add it elsewhere. */
export function MadeFeed({ address }: MadeFeedProps) {
  const styles = useFeedDialogStyles();
  const field = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null);
  const copy = async () => {
    field.current?.querySelector('input')?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied('yes');
    } catch {
      // A host may not let pages inside it write to the clipboard.
      setCopied('by-hand');
    }
  };
  return (
    <>
      <Field label={say('feed.made')} hint={say('feed.once')}>
        <div ref={field} className={styles.link}>
          <Input
            className={styles.address}
            value={address}
            readOnly
            autoFocus
            spellCheck={false}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
          <Button
            appearance="primary"
            onClick={() => {
              void copy();
            }}
          >
            {copied === 'yes' ? say('feed.copied') : say('feed.copy')}
          </Button>
        </div>
      </Field>
      <span role="status">{copied === 'by-hand' && <Body1>{say('feed.copyByHand')}</Body1>}</span>
      <Body1 block>{say('feed.keep')}</Body1>
      <div>
        <Body1 block>{say('feed.how')}</Body1>
        <ul className={styles.how}>
          <li>{say('feed.howPhone')}</li>
          <li>{say('feed.howGoogle')}</li>
          <li>{say('feed.howOutlook')}</li>
        </ul>
      </div>
      <Caption1 className={styles.quiet}>{say('feed.slow')}</Caption1>
    </>
  );
}
