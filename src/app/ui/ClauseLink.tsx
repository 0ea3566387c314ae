import { Body1, Caption1, Link, Popover, PopoverSurface, PopoverTrigger, Subtitle2 } from '@fluentui/react-components';
import { useState } from 'react';
import { useRoute } from '../api/use-route.ts';
import { say } from '../text/say.ts';
import { useClauseLinkStyles } from './ClauseLink.styles.ts';

const hourMilliseconds = 3_600_000;

interface ClauseLinkProps {
  /** The clause's number in the organisation's own document. */
  readonly clause: string;
}

/** A clause's number in brackets, which shows its words when pressed, focused or pointed at. */
export function ClauseLink({ clause }: ClauseLinkProps) {
  const styles = useClauseLinkStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={styles.brackets}>
      (
      <Popover open={isOpen} onOpenChange={(_, data) => { setOpen(data.open); }} openOnHover mouseLeaveDelay={200} positioning="above" withArrow unstable_disableAutoFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Link inline as="button" className={styles.link} aria-label={say('policy.clauseLabel', { clause })} onFocus={() => { setOpen(true); }} onBlur={() => { setOpen(false); }}>
            {clause}
          </Link>
        </PopoverTrigger>
        <PopoverSurface className={styles.surface}>{isOpen && <ClauseWords clause={clause} />}</PopoverSurface>
      </Popover>
      )
    </span>
  );
}

function ClauseWords({ clause }: ClauseLinkProps) {
  const styles = useClauseLinkStyles();
  const policy = useRoute('policy', { staleTime: hourMilliseconds });
  const words = policy.data?.clauses.find((one) => one.id === clause);
  if (policy.isPending) return <Body1>{say('general.loading')}</Body1>;
  if (policy.data === undefined || words === undefined) return <Body1>{say('policy.clauseUnknown')}</Body1>;
  return (
    <div className={styles.words}>
      <Caption1 className={styles.quiet}>{say('policy.headLine', { title: policy.data.title, version: policy.data.version })}</Caption1>
      <Subtitle2 as="h3" className={styles.title}>
        {words.id} {words.title}
      </Subtitle2>
      <Body1>{words.words}</Body1>
    </div>
  );
}
