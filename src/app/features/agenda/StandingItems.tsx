import { Button, Input } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStandingItemsStyles } from './StandingItems.styles.ts';

const usualMinutes = 5;
const longestTitle = 300;

/** What the two put on every agenda to come: either proposes, either takes it off (OD3a-11). */
export function StandingItems({ view }: { readonly view: MeetingResponse }) {
  const styles = useStandingItemsStyles();
  const { pairId } = view.meeting;
  const [title, setTitle] = useKeptDraft(`standing ${pairId}`);
  // One id for as long as the same words are tried: pressing twice adds once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const add = useChange('addStandingItem');
  const remove = useChange('removeStandingItem');
  const error = add.error ?? remove.error;
  const submit = (): void => {
    if (title.trim() === '' || add.isPending) return;
    const request = { id, title: title.trim(), kindId: null, minutes: usualMinutes };
    const onSuccess = (): void => {
      setTitle('');
      setId(crypto.randomUUID());
    };
    add.mutate({ params: { pairId }, request }, { onSuccess });
  };
  return (
    <div className={styles.box}>
      {view.standing.length === 0 && <p className={styles.quiet}>{say('standing.none')}</p>}
      <ul className={styles.list}>
        {view.standing.map((item) => (
          <li key={item.id} className={styles.row}>
            <span className={styles.words}>
              {item.title}
              <span className={styles.quiet}>
                {say('standing.by', {
                  minutes: item.minutes,
                  name: (item.raisedBy === view.me.id ? view.me : view.other).givenName,
                })}
              </span>
            </span>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={say('standing.remove', { title: item.title })}
              title={say('standing.removeShort')}
              onClick={() => {
                remove.mutate({ params: { pairId, standingItemId: item.id } });
              }}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Input
          className={styles.input}
          size="small"
          value={title}
          maxLength={longestTitle}
          aria-label={say('standing.addLabel')}
          placeholder={say('standing.add')}
          onChange={(_, { value }) => {
            setTitle(value);
          }}
        />
        <Button type="submit" size="small" icon={<Add20Regular />} aria-label={say('standing.add')} />
      </form>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
