import { Body1, Button, Caption1 } from '@fluentui/react-components';
import { useState } from 'react';
import type { PoliciesResponse, PolicyVersionView } from '#contract/policies.ts';
import { isLocalDate } from '#core/time.ts';
import { usePolicyChange } from '../../api/use-policy-change.ts';
import { sayDate, sayLongDay } from '../../text/dates.ts';
import { sayVersion } from '../../text/policy-names.ts';
import { say } from '../../text/say.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

interface ActivationProps {
  readonly policies: PoliciesResponse;
  readonly version: PolicyVersionView;
  readonly onReload: () => void;
}

/** Brings a version into force from a day of the organisation, or goes back to one that was in force before. */
export function Activation({ policies, version, onReload }: ActivationProps) {
  const styles = usePoliciesStyles();
  const { today, revision } = policies;
  const [from, setFrom] = useState(today);
  // The same decision sent again is the same decision.
  const [id, setId] = useState(() => crypto.randomUUID());
  const change = usePolicyChange('activatePolicy');
  const isBack = version.state === 'replaced' || version.state === 'rolled-back';
  const isPast = !isLocalDate(from) || from < today;
  const later = policies.versions.filter(
    (one) => one.state === 'planned' && one.id !== version.id && one.since !== null && one.since > from,
  );
  const activate = (): void => {
    if (isPast || change.isPending) return;
    change.mutate(
      { params: { versionId: version.id }, request: { id, from, revision } },
      {
        onSuccess: () => {
          setId(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <Panel title={say(isBack ? 'policies.rollBack' : 'policies.activate')}>
      <div className={styles.stack}>
        <Body1>{say('policies.activateIntro')}</Body1>
        {change.error !== null && (
          <ErrorNotice
            error={change.error}
            onRetry={() => {
              change.reset();
              onReload();
            }}
          />
        )}
        <DayField
          label={say('policies.day')}
          hint={say('policies.dayHint', { day: sayLongDay(today) })}
          min={today}
          value={from}
          problem={isPast ? say('policies.dayPast') : null}
          onChange={setFrom}
        />
        {later.map((one) => (
          <Caption1 key={one.id}>
            {say('policies.laterPlan', {
              name: sayVersion(one),
              day: sayDate(one.since ?? '', today),
            })}
          </Caption1>
        ))}
        <Button
          appearance="primary"
          className={styles.start}
          disabledFocusable={isPast || change.isPending}
          onClick={activate}
        >
          {buttonWords(isBack, from, today)}
        </Button>
      </div>
    </Panel>
  );
}

function buttonWords(isBack: boolean, from: string, today: string): string {
  if (from === today) return say(isBack ? 'policies.rollBackToday' : 'policies.activateToday');
  const day = isLocalDate(from) ? sayDate(from, today) : from;
  return say(isBack ? 'policies.rollBackOn' : 'policies.activateOn', { day });
}

/** What came of a decision: that a version is in force, or from when it will be. */
export function Activated({ version, today }: { readonly version: PolicyVersionView; readonly today: string }) {
  const name = sayVersion(version);
  if (version.state === 'in-force') {
    return (
      <Notice intent="success" role="status">
        {say('policies.activatedToday', { name })}
      </Notice>
    );
  }
  if (version.state !== 'planned' || version.since === null) return null;
  return (
    <Notice intent="info" role="status">
      {say('policies.activatedLater', { name, day: sayDate(version.since, today) })}
    </Notice>
  );
}
