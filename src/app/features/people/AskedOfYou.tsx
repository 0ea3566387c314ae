import { useRoute } from '../../api/use-route.ts';
import { say } from '../../text/say.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';

/** What the policy asks of a manager, clause by clause. */
export function AskedOfYou() {
  const policy = useRoute('policy', { staleTime: Infinity });
  return (
    <Panel title={say('people.askOfYou')}>
      {policy.data?.clauses.map((clause) => (
        <PolicyLine key={clause.id} clause={clause.id}>
          {clause.words}
        </PolicyLine>
      ))}
    </Panel>
  );
}
