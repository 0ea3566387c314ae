import { Body1, Button, Caption1 } from '@fluentui/react-components';
import { HandRight20Regular } from '@fluentui/react-icons/svg/hand-right';
import { Star20Regular } from '@fluentui/react-icons/svg/star';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { sayDay } from '../../text/dates.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useSupportGivenStyles } from './SupportGiven.styles.ts';

const shownFirst = 4;

interface SupportGivenProps {
  readonly detail: Pick<PairResponse, 'support' | 'extraSupport' | 'pair'>;
}

/** Support and praise as it was written down, which both see. */
export function SupportGiven({ detail }: SupportGivenProps) {
  const styles = useSupportGivenStyles();
  const { today } = useToday();
  const { extraSupport, pair } = detail;
  const [isWhole, setWhole] = useState(false);
  const support = [...detail.support].sort((a, b) => b.on.localeCompare(a.on));
  const hidden = support.length - shownFirst;
  if (support.length === 0 && extraSupport === null) return null;
  const seen = pair.supervising ? say('person.supportSeen', { name: pair.other.givenName }) : say('person.supportOwn');
  return (
    <Panel title={say('person.support')} aside={<Caption1>{seen}</Caption1>}>
      <ul className={styles.list}>
        {extraSupport !== null && (
          <li className={styles.row}>
            <HandRight20Regular aria-hidden />
            <span>
              <Body1 block>{extraSupport.reason}</Body1>
              <Caption1 className={styles.quiet}>
                {say('person.extraSupport', {
                  every: sayInterval(extraSupport.every),
                  day: sayDay(extraSupport.since, today),
                })}
              </Caption1>
            </span>
          </li>
        )}
        {(isWhole ? support : support.slice(0, shownFirst)).map(({ meetingId, on, text, mark }) => (
          <li key={`${meetingId} ${text}`} className={styles.row}>
            {mark === 'praise' ? <Star20Regular aria-hidden /> : <HandRight20Regular aria-hidden />}
            <span>
              <Body1 block>{text}</Body1>
              <Caption1 className={styles.quiet}>
                {say('days.dayAndTime', {
                  day: mark === 'praise' ? say('person.mark.praise') : say('person.mark.support'),
                  time: sayDay(on, today),
                })}
              </Caption1>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.more}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? say('home.fewerActions') : say('home.moreActions', { count: hidden })}
        </Button>
      )}
    </Panel>
  );
}
