import type { FindingView } from '#contract/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import { findingBadge } from '../text/findings.ts';
import { StateBadge } from './StateBadge.tsx';

interface FindingBadgeProps {
  readonly finding: FindingView;
  readonly today: LocalDate;
}

/** How something the policy asks stands today. */
export function FindingBadge({ finding, today }: FindingBadgeProps) {
  return <StateBadge state={finding.state}>{findingBadge(finding, today)}</StateBadge>;
}
