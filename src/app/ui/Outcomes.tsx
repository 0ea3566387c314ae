import { Body1, Body1Strong } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useOutcomesStyles } from './Outcomes.styles.ts';

/** What becomes of one thing. */
export interface Outcome {
  readonly icon: ReactElement;
  readonly what: string;
  readonly detail: string;
}

interface OutcomesProps {
  readonly label: string;
  readonly outcomes: readonly Outcome[];
}

/** What will become of each thing once somebody goes through with it. */
export function Outcomes({ label, outcomes }: OutcomesProps) {
  const styles = useOutcomesStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {outcomes.map(({ icon, what, detail }) => (
        <li key={what} className={styles.outcome}>
          <span className={styles.icon} aria-hidden>
            {icon}
          </span>
          <span className={styles.words}>
            <Body1Strong block>{what}</Body1Strong>
            <Body1 block className={styles.detail}>
              {detail}
            </Body1>
          </span>
        </li>
      ))}
    </ul>
  );
}
