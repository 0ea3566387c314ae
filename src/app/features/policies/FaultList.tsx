import { Body1, Body1Strong, Caption1 } from '@fluentui/react-components';
import { weakenings } from '#core/policy/weakening.ts';
import type { ApiError } from '../../api/api-error.ts';
import { say } from '../../text/say.ts';
import { weakeningWords } from '../../text/weakenings.ts';
import { usePoliciesStyles } from './Policies.styles.ts';

/** How a unit's standard falls below the policy in our words; any other fault as it was found. */
function wordsOf(message: string): string {
  const weakening = weakenings.find((one) => one === message);
  return weakening === undefined ? message : weakeningWords[weakening];
}

/** Each place of a file that needs another look, and why. */
export function FaultList({ error }: { readonly error: ApiError }) {
  const styles = usePoliciesStyles();
  const all = typeof error.details['faults'] === 'number' ? error.details['faults'] : error.fields.length;
  if (error.fields.length === 0) return null;
  return (
    <section className={styles.stack}>
      <Body1Strong as="h3" className={styles.title}>
        {say('policies.faults', { count: all })}
      </Body1Strong>
      <ul className={styles.faults}>
        {error.fields.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Caption1 block className={styles.place}>
              {path === '' ? say('policies.wholeFile') : path}
            </Caption1>
            <Body1>{wordsOf(message)}</Body1>
          </li>
        ))}
      </ul>
      {all > error.fields.length && (
        <Caption1 className={styles.quiet}>{say('policies.moreFaults', { count: all - error.fields.length })}</Caption1>
      )}
    </section>
  );
}
