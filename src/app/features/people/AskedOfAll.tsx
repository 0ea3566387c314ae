import { Caption1 } from '@fluentui/react-components';
import { useRoute } from '../../api/use-route.ts';
import { shortCadence } from '../../text/cadences.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';

/** How often the policy asks whom to meet, in one line. */
export function AskedOfAll() {
  const policy = useRoute('policy', { staleTime: Infinity });
  const cadences = policy.data?.cadences ?? [];
  const first = cadences[0];
  if (first === undefined) return null;
  const parts = cadences.map(({ cadence, group }, index) => {
    const words = say('people.askedFor', { every: shortCadence(cadence), group: group.toLowerCase() });
    return index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1);
  });
  return (
    <Caption1>
      {parts.join(', ')} <ClauseLink clause={first.clause} />
    </Caption1>
  );
}
