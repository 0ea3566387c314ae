import { useRoute } from '../../api/use-route.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DutyList } from './DutyList.tsx';

interface DutiesPanelProps {
  readonly pairId: string;
}

/** The duties of a pair's employee on the page about them; nothing where the policy keeps none (FORM-10, ESS-6). */
export function DutiesPanel({ pairId }: DutiesPanelProps) {
  const { data } = useRoute('duties', { params: { pairId } });
  if (data === undefined || data.asked === null) return null;
  return (
    <Panel title={data.asked.title} aside={<ClauseLink clause={data.asked.clause} />}>
      <DutyList pairId={pairId} />
    </Panel>
  );
}
