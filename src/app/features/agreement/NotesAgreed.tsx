import type { ResponseOf } from '#contract/api.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { depthOf, writerOf } from '#core/agreement/what-it-drives.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';

interface NotesAgreedProps {
  readonly view: MeetingResponse;
}

const staleMilliseconds = 600_000;

/** Who the two agreed takes the notes this time, and that action points are enough where they said so (OD3a-10). */
export function NotesAgreed({ view }: NotesAgreedProps) {
  const { pairId } = view.meeting;
  const policy = useRoute('pairPolicy', { params: { pairId }, staleTime: staleMilliseconds });
  const { data } = useRoute('agreement', { params: { pairId } });
  if (policy.data === undefined || data?.asks == null || data.inForce === null) return null;
  const rules: ResponseOf<'pairPolicy'>['rules'] = policy.data.rules;
  const { terms } = data.inForce;
  const { writes, clause } = writerOf(rules, terms, data.held);
  const isMine = writes === (view.supervising ? 'supervisor' : 'employee');
  const name = view.other.givenName;
  const lines = [
    ...(writes === 'both' || clause !== data.asks.clause
      ? []
      : [isMine ? say('agreement.drives.youWrite') : say('agreement.drives.theyWrite', { name })]),
    ...(depthOf(rules, terms) === 'actions' ? [say('agreement.drives.depth')] : []),
  ];
  return lines.length === 0 ? null : <PolicyLine clause={data.asks.clause}>{lines.join(' ')}</PolicyLine>;
}
