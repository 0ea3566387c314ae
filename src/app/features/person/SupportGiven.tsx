import { Caption1 } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { sayDay } from '../../text/dates.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { MarkedLine } from '../../ui/MarkedLine.tsx';
import { useMarkedLineStyles } from '../../ui/MarkedLine.styles.ts';

const shownFirst = 4;

interface SupportGivenProps {
  readonly detail: Pick<PairResponse, 'support' | 'extraSupport' | 'pair'>;
}

/** Support and praise as it was written down, which both see. */
export function SupportGiven({ detail }: SupportGivenProps) {
  const styles = useMarkedLineStyles();
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
          <MarkedLine
            mark="support"
            words={extraSupport.reason}
            note={say('person.extraSupport', {
              every: sayInterval(extraSupport.every),
              day: sayDay(extraSupport.since, today),
            })}
          />
        )}
        {(isWhole ? support : support.slice(0, shownFirst)).map(({ meetingId, on, text, mark }) => (
          <MarkedLine
            key={`${meetingId} ${text}`}
            mark={mark === 'praise' ? 'praise' : 'support'}
            words={text}
            note={say('days.dayAndTime', {
              day: mark === 'praise' ? say('person.mark.praise') : say('person.mark.support'),
              time: sayDay(on, today),
            })}
          />
        ))}
      </ul>
      <MoreButton hidden={hidden} isWhole={isWhole} onChange={setWhole} />
    </Panel>
  );
}
