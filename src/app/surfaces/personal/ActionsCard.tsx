import { Body1 } from '@fluentui/react-components';
import { useState } from 'react';
import type { HomeResponse } from '#contract/pairs.ts';
import { useMe } from '../../api/use-me.ts';
import { ActionLine } from '../../features/actions/ActionLine.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useActionsCardStyles } from './ActionsCard.styles.ts';

const shownFirst = 5;

interface ActionsCardProps {
  readonly title: string;
  readonly actions: HomeResponse['myActions'];
  readonly empty: string;
  /** True where the list is somebody else's: the owner is named. */
  readonly isTheirs?: boolean;
}

/** Open actions across all one-to-ones, the first due first. */
export function ActionsCard({ title, actions, empty, isTheirs = false }: ActionsCardProps) {
  const styles = useActionsCardStyles();
  const me = useMe();
  const [isWhole, setWhole] = useState(false);
  const sorted = [...actions].sort((a, b) => (a.action.dueOn ?? '9999').localeCompare(b.action.dueOn ?? '9999'));
  const shown = isWhole ? sorted : sorted.slice(0, shownFirst);
  const hidden = sorted.length - shownFirst;
  return (
    <Panel title={title} {...(actions.length === 0 ? {} : { count: actions.length })}>
      {actions.length === 0 && <Body1 className={styles.quiet}>{empty}</Body1>}
      <div className={styles.list}>
        {shown.map(({ action, other }) => (
          <ActionLine
            key={action.id}
            action={action}
            people={[me.person, other]}
            showOwner={false}
            {...(isTheirs ? {} : { forPerson: other })}
          />
        ))}
      </div>
      <MoreButton hidden={hidden} isWhole={isWhole} onChange={setWhole} />
    </Panel>
  );
}
