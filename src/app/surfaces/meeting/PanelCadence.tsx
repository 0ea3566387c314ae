import type { MeetingResponse } from '#contract/meetings.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { askedAndStands } from './cadence-words.ts';

interface PanelCadenceProps {
  readonly cadence: NonNullable<MeetingResponse['cadence']>;
  readonly today: string;
}

/** How often the policy asks the two to meet, and how that stands, at the end of the agenda. */
export function PanelCadence({ cadence, today }: PanelCadenceProps) {
  return <PolicyLine clause={cadence.clause}>{askedAndStands(cadence, today)}</PolicyLine>;
}
