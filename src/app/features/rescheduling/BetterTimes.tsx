import { Body1, Button, Caption1 } from '@fluentui/react-components';
import type { PairLine } from '#contract/pairs.ts';
import type { BetterTimeView } from '#contract/rescheduling-api.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';
import { useToday } from '../../ui/use-today.ts';
import { useBetterTimesStyles } from './BetterTimes.styles.ts';
import { betterTimeWords } from './better-time-words.ts';
import { useBetterTimeActs, type BetterTimeStep } from './use-better-times.ts';

interface BetterTimesProps {
  readonly pairs: readonly Pick<PairLine, 'pairId' | 'other' | 'supervising'>[];
  /** Of one meeting alone. */
  readonly meetingId?: string;
}

const staleMilliseconds = 300_000;
const mostShown = 4;

/** One-to-ones that clash or come late, each with the next time both can make. Nothing while all is well, or calendars cannot be read just now. */
export function BetterTimes({ pairs, meetingId }: BetterTimesProps) {
  const styles = useBetterTimesStyles();
  const found = useRoute('betterTimes', { staleTime: staleMilliseconds });
  const acts = useBetterTimeActs();
  const shown = (found.data?.times ?? []).flatMap((better) => {
    const pair = pairs.find(({ pairId }) => pairId === better.pairId);
    return pair === undefined || (meetingId !== undefined && better.meetingId !== meetingId) ? [] : [{ better, pair }];
  });
  // What was settled takes its buttons along.
  const place = useFocusWhenLost<HTMLDivElement>(
    found.data === undefined ? undefined : shown.map(({ better }) => better.meetingId).join(' '),
    'later',
  );
  if (shown.length === 0 && acts.settled === null) return null;
  return (
    <Panel title={say('rescheduling.title')} {...(shown.length === 0 ? {} : { count: shown.length })}>
      {acts.error !== null && <ErrorNotice error={acts.error} />}
      <div ref={place} tabIndex={-1} className={styles.place}>
        <ul className={styles.list}>
          {shown.slice(0, mostShown).map(({ better, pair }) => (
            <BetterTimeRow
              key={`${better.kind} ${better.meetingId}`}
              better={better}
              pair={pair}
              isBusy={acts.isBusy}
              onAct={(step) => {
                acts.act(better, step);
              }}
            />
          ))}
        </ul>
        <Settled pairs={pairs} settled={acts.settled} />
      </div>
    </Panel>
  );
}

function Settled({
  pairs,
  settled,
}: Pick<BetterTimesProps, 'pairs'> & Pick<ReturnType<typeof useBetterTimeActs>, 'settled'>) {
  const { today, zone } = useToday();
  const styles = useBetterTimesStyles();
  const pair = pairs.find(({ pairId }) => pairId === settled?.better.pairId);
  const words = (): string => {
    if (settled === null || pair === undefined) return '';
    if (settled.step === 'keep') return say('rescheduling.kept');
    const { then: when } = betterTimeWords(settled.better, pair.other, zone, today);
    const name = pair.other.givenName;
    if (settled.step === 'suggest') return say('rescheduling.suggested', { name });
    return settled.better.step === 'move'
      ? say('rescheduling.moved', { when, name })
      : say('rescheduling.isPutIn', { when, name });
  };
  return (
    <Body1 role="status" className={styles.status}>
      {words()}
    </Body1>
  );
}

interface BetterTimeRowProps {
  readonly better: BetterTimeView;
  readonly pair: BetterTimesProps['pairs'][number];
  readonly isBusy: boolean;
  readonly onAct: (step: BetterTimeStep) => void;
}

function BetterTimeRow({ better, pair, isBusy, onAct }: BetterTimeRowProps) {
  const styles = useBetterTimesStyles();
  const { today, zone } = useToday();
  const { other, supervising } = pair;
  const words = betterTimeWords(better, other, zone, today);
  const name = other.givenName;
  const press = pressFor(better, supervising);
  // A clash that can be solved in time breaks nothing that is asked.
  const clause = better.kind === 'late' || !better.isInTime ? better.clause : null;
  return (
    <li className={styles.row}>
      <div>
        <Body1 block>{words.title}</Body1>
        <Caption1 block className={styles.quiet}>
          {words.why} {words.suggestion} {clause !== null && <ClauseLink clause={clause} />} {whoActs(pair, better)}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        {press !== null && (
          <Button
            size="small"
            disabledFocusable={isBusy}
            aria-label={say(press.label, { name, when: words.then })}
            onClick={() => {
              onAct(press.step);
            }}
          >
            {say(press.text)}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={isBusy}
          aria-label={say('rescheduling.keepAt', { name, when: words.now })}
          onClick={() => {
            onAct('keep');
          }}
        >
          {say('rescheduling.keep')}
        </Button>
      </div>
    </li>
  );
}

/** What one press does about it: the meeting is the supervisor's in Outlook, so the employee suggests. */
function pressFor({ step, to, isSuggested }: BetterTimeView, supervising: boolean) {
  if (to === null) return null;
  if (!supervising)
    return step === 'put-in' || isSuggested
      ? null
      : ({ step: 'suggest', text: 'rescheduling.suggest', label: 'rescheduling.suggestTo' } as const);
  return step === 'move'
    ? ({ step: 'take', text: 'rescheduling.move', label: 'rescheduling.moveTo' } as const)
    : ({ step: 'take', text: 'rescheduling.putIn', label: 'rescheduling.putInAt' } as const);
}

function whoActs(
  { supervising, other: { givenName: name } }: BetterTimeRowProps['pair'],
  better: BetterTimeView,
): string {
  if (better.to === null) return '';
  if (better.isSuggested)
    return say(supervising ? 'rescheduling.theySuggested' : 'rescheduling.youSuggested', { name });
  return supervising || better.step === 'move' ? '' : say('rescheduling.theyMove', { name });
}
