import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { addDays } from '#core/time.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';
import { PlanTimes, type Beside, type PlannedTime } from './PlanTimes.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

/** When a yearly or introductory meeting is asked for. */
export interface KindDue {
  readonly dueOn: LocalDate;
  readonly opensOn: LocalDate | null;
  readonly clause: string;
}

interface PlanMeetingDialogProps {
  readonly pair: PairLine;
  readonly kind: MeetingLine['kind'];
  /** What the policy calls it; null: nothing of its own. */
  readonly kindTitle: string | null;
  /** Kept apart from one-to-ones by the policy (OUT-11). */
  readonly apart: boolean;
  /** By when the policy asks for it, and from when on; null: by no day. */
  readonly due: KindDue | null;
  readonly onClose: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120];
const usualMinutes = 60;
const longestNote = 1000;
const lastDays = 13;

/** The two weeks up to the day it is asked for, from tomorrow on and not before it may be held. */
function startOf(due: KindDue | null, today: LocalDate): LocalDate {
  const tomorrow = addDays(today, 1);
  if (due === null || due.dueOn <= tomorrow) return tomorrow;
  return [addDays(due.dueOn, -lastDays), due.opensOn ?? tomorrow].reduce(
    (one, other) => (one > other ? one : other),
    tomorrow,
  );
}

/** Plans one meeting of another kind at a time both can make. Shown while mounted. */
export function PlanMeetingDialog({ pair, kind, kindTitle, apart, due, onClose }: PlanMeetingDialogProps) {
  const dialog = useDialog(onClose);
  const styles = usePlanMeetingStyles();
  const { today, zone } = useToday();
  const title = meetingKindWords({ kind, kindTitle });
  const name = pair.other.givenName;
  // One id for as long as the dialog is there: pressing twice plans once.
  const [id] = useState(() => crypto.randomUUID());
  const [minutes, setMinutes] = useState(usualMinutes);
  const [time, setTime] = useState<PlannedTime | null>(null);
  const [note, setNote] = useKeptDraft(`plan ${pair.pairId} ${kind}`);
  const [third, setThird] = useState<Beside | null>(null);
  const [isAsked, setAsked] = useState(false);
  const plan = useChange('planMeeting');
  const submit = (): void => {
    setAsked(true);
    if (time === null || plan.isPending) return;
    const onSuccess = (): void => {
      setNote('');
      dialog.close();
    };
    const request = { id, kind, ...time, note: note.trim(), ...(third === null ? {} : { withId: third.id }) };
    plan.mutate({ params: { pairId: pair.pairId }, request }, { onSuccess });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('plan.title', { title, name })}
      error={plan.error}
      says={`${apart ? `${say('plan.apart')} ` : ''}${third === null ? say('plan.says', { name }) : say('plan.saysThree', { name, third: third.givenName })}`}
      send={{
        words: time === null ? say('plan.doPlain') : say('plan.do', { when: sayMoment(time.start, zone, today) }),
        isBusy: plan.isPending,
        onPress: submit,
      }}
    >
      {due !== null && (
        <PolicyLine clause={due.clause}>{say('plan.asked', { day: sayDate(due.dueOn, today) })}</PolicyLine>
      )}
      <Field label={say('plan.length')} className={styles.short}>
        <Select
          value={String(minutes)}
          onChange={(_, { value }) => {
            setMinutes(Number(value));
            setTime(null);
          }}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {say('general.minutes', { minutes: length })}
            </option>
          ))}
        </Select>
      </Field>
      <PlanTimes
        pair={pair}
        kind={kind}
        minutes={minutes}
        chosen={time}
        onChoose={setTime}
        isAsked={isAsked && time === null}
        startOn={startOf(due, today)}
        withId={third?.id ?? null}
        onWith={(one) => {
          setThird(one);
          setTime(null);
        }}
      />
      <Field label={say('plan.note')}>
        <Input
          value={note}
          maxLength={longestNote}
          onChange={(_, { value }) => {
            setNote(value);
          }}
        />
      </Field>
    </DialogFrame>
  );
}
