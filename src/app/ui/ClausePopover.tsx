import { Body1, Caption1, Popover, PopoverSurface, Subtitle2 } from '@fluentui/react-components';
import { useRoute } from '../api/use-route.ts';
import { say } from '../text/say.ts';
import { useClauseLinkStyles } from './ClauseLink.styles.ts';

interface ClausePopoverProps {
  readonly clause: string;
  readonly target: HTMLElement;
  readonly wordsId: string;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** A clause's words beside the link that names it; stays while the pointer is over it. */
export function ClausePopover({ clause, target, wordsId, onStay, onLeave }: ClausePopoverProps) {
  const styles = useClauseLinkStyles();
  return (
    <Popover
      open
      withArrow
      unstable_disableAutoFocus
      positioning={{ target, position: 'above' }}
      onOpenChange={(_, { open }) => {
        if (!open) onLeave();
      }}
    >
      <PopoverSurface id={wordsId} role="note" className={styles.surface} onMouseEnter={onStay} onMouseLeave={onLeave}>
        <ClauseWords clause={clause} />
      </PopoverSurface>
    </Popover>
  );
}

function ClauseWords({ clause }: Pick<ClausePopoverProps, 'clause'>) {
  const styles = useClauseLinkStyles();
  const policy = useRoute('policy', { staleTime: Infinity });
  const words = policy.data?.clauses.find((one) => one.id === clause);
  if (policy.isPending) return <Body1>{say('general.loading')}</Body1>;
  if (policy.data === undefined || words === undefined) return <Body1>{say('policy.clauseUnknown')}</Body1>;
  return (
    <div className={styles.words}>
      <Caption1 className={styles.quiet}>
        {say('policy.headLine', { title: policy.data.title, version: policy.data.version })}
      </Caption1>
      <Subtitle2 as="h3" className={styles.title}>
        {words.id} {words.title}
      </Subtitle2>
      <Body1>{words.words}</Body1>
    </div>
  );
}
