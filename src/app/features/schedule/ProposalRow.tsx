import { Body1, Body1Strong, Button, Caption1, Checkbox } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import type { ProposeAllResponse } from '#contract/series.ts';
import { sayDate } from '../../text/dates.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { PersonLabel } from '../../ui/PersonLabel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { clashesOf, outcomeOf } from './plan-choice.ts';
import { useProposalRowStyles } from './ProposalRow.styles.ts';

/** A time proposed for one person; none where nothing suits both. */
export type Proposal = ProposeAllResponse['proposals'][number];

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly isKept: boolean;
  readonly onKeep: (isKept: boolean) => void;
}

/** One person's proposed time, kept or left out, with what clashes. */
export function ProposalRow({ proposal, isKept, onKeep }: ProposalRowProps) {
  const styles = useProposalRowStyles();
  const { today } = useToday();
  const [, navigate] = useLocation();
  const { offer, person, pairId } = proposal;
  const { givenName: name } = person;
  return (
    <li className={styles.row}>
      <Checkbox
        aria-label={say('all.include', { name: person.displayName })}
        checked={offer !== null && isKept}
        disabled={offer === null}
        onChange={(_, { checked }) => {
          onKeep(checked === true);
        }}
      />
      <PersonLabel person={person} />
      <div className={styles.words}>
        {offer === null ? (
          <Body1>{say('all.none')}</Body1>
        ) : (
          <>
            <Body1Strong block>
              {say('schedule.offer', { days: planDays(offer.plan), times: planTimes(offer.plan) })}
            </Body1Strong>
            <Caption1 className={styles.quiet}>
              {say('schedule.span', {
                rhythm: planRhythm(offer.plan),
                from: sayDate(offer.plan.startDate, today),
                until: sayDate(offer.occurrences.at(-1)?.originalDate ?? offer.plan.untilDate, today),
              })}
            </Caption1>
          </>
        )}
      </div>
      <div className={styles.words}>
        {offer !== null && (
          <>
            <Caption1 block className={styles.quiet}>
              {say('all.clashes', { count: clashesOf(offer).length - outcomeOf(offer, {}).skips.length })}
            </Caption1>
            {outcomeOf(offer, {}).skips.length > 0 && (
              <Caption1 block className={styles.quiet}>
                {say('all.clashesLeft', { count: outcomeOf(offer, {}).skips.length })}
              </Caption1>
            )}
          </>
        )}
      </div>
      <Button
        size="small"
        aria-label={say('all.aloneFor', { name })}
        onClick={() => {
          navigate(`/people/${pairId}/schedule`);
        }}
      >
        {say('all.alone')}
      </Button>
    </li>
  );
}
