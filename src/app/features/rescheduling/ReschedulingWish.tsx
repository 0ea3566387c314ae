import { Body1, Caption1, Switch } from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import type { ReschedulingResponse } from '#contract/rescheduling-api.ts';
import { localDateOf } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate, sayMoment, startWithMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useBetterTimesStyles } from './BetterTimes.styles.ts';

interface ReschedulingWishProps {
  readonly pair: Pick<PairLine, 'pairId' | 'other'>;
}

/** Whether the two want clashing one-to-ones moved without being asked, and which were. Both have to want it; either ends it. */
export function ReschedulingWish({ pair }: ReschedulingWishProps) {
  const styles = useBetterTimesStyles();
  const { today, zone } = useToday();
  const known = useRoute('rescheduling', { params: { pairId: pair.pairId } });
  const change = useChange('wishRescheduling');
  if (known.data === undefined) return null;
  const { moved } = known.data;
  const mine = change.isPending ? change.variables.request.wanted : known.data.mine;
  return (
    <Panel title={say('rescheduling.byItself')}>
      {change.error !== null && <ErrorNotice error={change.error} />}
      <Switch
        checked={mine}
        label={say('rescheduling.want')}
        onChange={(_, { checked }) => {
          if (!change.isPending) change.mutate({ params: { pairId: pair.pairId }, request: { wanted: checked } });
        }}
      />
      <Body1 block role="status">
        {whoWants({ ...known.data, mine }, pair.other.givenName)}
      </Body1>
      <Caption1 block className={styles.quiet}>
        {say('rescheduling.how')}
      </Caption1>
      {moved.map(({ meetingId, was, start, because, at }) => (
        <Caption1 key={`${meetingId} ${at}`} block>
          {say('rescheduling.movedItself', {
            from: startWithMoment(was, zone, today),
            to: sayMoment(start, zone, today),
            on: sayDate(localDateOf(at, zone), today),
            why: say(`rescheduling.why.${because}`),
          })}
        </Caption1>
      ))}
    </Panel>
  );
}

function whoWants({ mine, theirs }: Pick<ReschedulingResponse, 'mine' | 'theirs'>, name: string): string {
  if (mine && theirs) return say('rescheduling.both');
  if (mine) return say('rescheduling.you', { name });
  return theirs ? say('rescheduling.they', { name }) : say('rescheduling.nobody');
}
