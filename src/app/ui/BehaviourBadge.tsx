import { Badge } from '@fluentui/react-components';
import { Sparkle16Regular } from '@fluentui/react-icons/svg/sparkle';
import { useBehaviours } from './use-behaviours.ts';

interface BehaviourBadgeProps {
  readonly pairId: string;
  readonly behaviourId: string;
}

/** The behaviour something points at, by its name. One the policy no longer names is not shown. */
export function BehaviourBadge({ pairId, behaviourId }: BehaviourBadgeProps) {
  const behaviour = useBehaviours(pairId)?.behaviours.find(({ id }) => id === behaviourId);
  if (behaviour === undefined) return null;
  return (
    <Badge appearance="outline" color="informative" icon={<Sparkle16Regular />} title={behaviour.words ?? undefined}>
      {behaviour.title}
    </Badge>
  );
}
