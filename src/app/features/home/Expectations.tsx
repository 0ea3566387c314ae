import type { FindingView } from '#contract/policy.ts';
import { expectation } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useToday } from '../../ui/use-today.ts';

interface ExpectationsProps {
  readonly findings: readonly FindingView[];
}

/** What the policy promises the person whose one-to-ones these are. */
export function Expectations({ findings }: ExpectationsProps) {
  const { today } = useToday();
  return (
    <Panel title={say('home.expect')}>
      {findings.map((finding) => {
        const words = expectation(finding, today);
        if (words === null) return null;
        return (
          <PolicyLine key={finding.ruleId} clause={finding.clause}>
            {words}
          </PolicyLine>
        );
      })}
    </Panel>
  );
}
