import { Body1, Spinner } from '@fluentui/react-components';
import { localDateOf } from '#core/time.ts';
import { useNow } from '../../api/server-clock.ts';
import { useMe } from '../../api/use-me.ts';
import { sayCadence } from '../../text/cadences.ts';
import { sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import type { Ahead } from './use-skip-ahead.ts';

interface SkipAheadProps {
  readonly ahead: Ahead;
}

/** When the next one is, and whether what the policy asks still holds without this one. */
export function SkipAhead({ ahead: { data, error } }: SkipAheadProps) {
  const { zone } = useMe();
  const today = localDateOf(useNow(), zone);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Spinner size="tiny" label={say('skip.looking')} labelPosition="after" />;
  const { next, gapDays, asked, keeps } = data;
  const when = next === null ? '' : sayMoment(next.start, zone, today);
  return (
    <>
      <Body1 block role="status">
        {next === null
          ? say('skip.last')
          : gapDays === null
            ? say('skip.nextOnly', { when })
            : say('skip.next', { when, days: gapDays })}
      </Body1>
      {asked === null ? (
        <Body1 block>{say('skip.free')}</Body1>
      ) : (
        <PolicyLine clause={asked.clause}>
          {say(keeps === null ? 'skip.unknown' : keeps ? 'skip.keeps' : 'skip.breaks', {
            every: sayCadence(asked.cadence),
          })}
        </PolicyLine>
      )}
    </>
  );
}
