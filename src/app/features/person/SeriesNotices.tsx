import type { PairResponse } from '#contract/pairs.ts';
import { addDays, localDateOf } from '#core/time.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useToday } from '../../ui/use-today.ts';
import type { PersonStep } from './PersonMenu.tsx';

interface SeriesNoticesProps {
  readonly detail: PairResponse;
  readonly onStep: (step: PersonStep) => void;
}

/** So long before the last meeting it is said that there is no other. */
const noticeDays = 42;

/** What is to be known of a series as a whole: a pause, and that it runs out. */
export function SeriesNotices({ detail, onStep }: SeriesNoticesProps) {
  return (
    <>
      <PauseNotice detail={detail} onStep={onStep} />
      <RunsOut detail={detail} onStep={onStep} />
    </>
  );
}

function PauseNotice({ detail, onStep }: SeriesNoticesProps) {
  const { today } = useToday();
  const { pause, pair } = detail;
  if (pause === null || (pause.until !== null && pause.until < today)) return null;
  const { from, until, reason } = pause;
  const words = until === null ? say('pause.endOpen') : say('pause.end');
  const actions = pair.supervising
    ? [
        {
          words,
          onPress: () => {
            onStep('go-on');
          },
        },
      ]
    : [];
  return (
    <Notice intent="info" actions={actions}>
      {from > today
        ? until === null
          ? say('pause.ahead', { from: sayDate(from, today), reason })
          : say('pause.aheadUntil', { from: sayDate(from, today), until: sayDate(until, today), reason })
        : until === null
          ? say('person.paused', { reason })
          : say('person.pausedUntil', { until: sayDate(until, today), reason })}
    </Notice>
  );
}

function RunsOut({ detail, onStep }: SeriesNoticesProps) {
  const { today, zone } = useToday();
  const { pair, meetings } = detail;
  const last = meetings.find(({ kind, state }) => kind === 'one-to-one' && state === 'planned');
  if (!pair.supervising || pair.series?.state !== 'booked' || last === undefined) return null;
  const day = localDateOf(last.start, zone);
  if (day > addDays(today, noticeDays)) return null;
  const actions = [
    {
      words: say('extend.offer'),
      onPress: () => {
        onStep('extend');
      },
    },
  ];
  return (
    <Notice intent="info" actions={actions}>
      {say('extend.runsOut', { day: sayDate(day, today) })}
    </Notice>
  );
}
