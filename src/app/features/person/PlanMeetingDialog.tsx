import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';
import { PlanTimes, type PlannedTime } from './PlanTimes.tsx';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface PlanMeetingDialogProps {
  readonly pair: PairLine;
  readonly kind: MeetingLine['kind'];
  /** What the policy calls it; null: nothing of its own. */
  readonly kindTitle: string | null;
  /** Kept apart from one-to-ones by the policy (OUT-11). */
  readonly apart: boolean;
  readonly onClose: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120];
const usualMinutes = 60;
const longestNote = 1000;

/** Plans one meeting of another kind at a time both can make. Shown while mounted. */
export function PlanMeetingDialog({ pair, kind, kindTitle, apart, onClose }: PlanMeetingDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const styles = usePlanMeetingStyles();
  const { today, zone } = useToday();
  const title = meetingKindWords({ kind, kindTitle });
  const name = pair.other.givenName;
  // One id for as long as the dialog is there: pressing twice plans once.
  const [id] = useState(() => crypto.randomUUID());
  const [minutes, setMinutes] = useState(usualMinutes);
  const [time, setTime] = useState<PlannedTime | null>(null);
  const [note, setNote] = useKeptDraft(`plan ${pair.pairId} ${kind}`);
  const [isAsked, setAsked] = useState(false);
  const plan = useChange('planMeeting');
  const submit = (): void => {
    setAsked(true);
    if (time === null || plan.isPending) return;
    const onSuccess = (): void => {
      setNote('');
      close();
    };
    const request = { id, kind, ...time, note: note.trim() };
    plan.mutate({ params: { pairId: pair.pairId }, request }, { onSuccess });
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('plan.title', { title, name })}</DialogTitle>
          <DialogContent className={styles.content}>
            {plan.error !== null && <ErrorNotice error={plan.error} />}
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
            <p className={styles.says}>
              {apart && `${say('plan.apart')} `}
              {say('plan.says', { name })}
            </p>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{say('general.cancel')}</Button>
            <Button appearance="primary" disabledFocusable={plan.isPending} onClick={submit}>
              {time === null ? say('plan.doPlain') : say('plan.do', { when: sayMoment(time.start, zone, today) })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
