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
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { addMonths, isLocalDate } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';
import { usePlanMeetingStyles } from './PlanMeeting.styles.ts';

interface GoOnDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

const moreMonths = [3, 6, 12] as const;
const usualMonths = 6;

/** Lets one-to-ones that run out go on longer. Shown while mounted. */
export function ExtendDialog({ detail, onClose }: GoOnDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const styles = usePlanMeetingStyles();
  const { today } = useToday();
  const { pair } = detail;
  const end = pair.series?.plan.untilDate ?? today;
  const [until, setUntil] = useState(addMonths(end, usualMonths));
  const extend = useChange('extendSeries');
  const submit = (): void => {
    const onSuccess = close;
    extend.mutate({ params: { pairId: pair.pairId }, request: { untilDate: until } }, { onSuccess });
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
          <DialogTitle>{say('extend.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {extend.error !== null && <ErrorNotice error={extend.error} />}
            <Field label={say('extend.until')}>
              <RadioGroup
                value={until}
                onChange={(_, { value }) => {
                  setUntil(value);
                }}
              >
                {moreMonths.map((months) => {
                  const day = addMonths(end, months);
                  return (
                    <Radio key={day} value={day} label={say('extend.months', { day: sayDate(day, today), months })} />
                  );
                })}
              </RadioGroup>
            </Field>
            <p className={styles.says}>{say('extend.says', { name: pair.other.givenName })}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{say('general.cancel')}</Button>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={extend.isPending}
              onClick={submit}
            >
              {say('extend.do', { day: sayDate(until, today) })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Ends a pause earlier, or one whose end was not known. Shown while mounted. */
export function EndPauseDialog({ detail, onClose }: GoOnDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const styles = usePlanMeetingStyles();
  const { today } = useToday();
  const { pair, pause } = detail;
  const [on, setOn] = useState(today);
  const end = useChange('endPause');
  const isDay = isLocalDate(on) && on >= today && (pause?.until == null || on <= pause.until);
  const submit = (): void => {
    if (!isDay) return;
    end.mutate({ params: { pairId: pair.pairId }, request: { on } }, { onSuccess: close });
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
          <DialogTitle>{say('pause.endTitle')}</DialogTitle>
          <DialogContent className={styles.content}>
            {end.error !== null && <ErrorNotice error={end.error} />}
            <Field label={say('pause.endOn')} className={styles.short} required>
              <Input
                type="date"
                min={today}
                {...(pause?.until == null ? {} : { max: pause.until })}
                value={on}
                onChange={(_, { value }) => {
                  setOn(value);
                }}
              />
            </Field>
            <p className={styles.says}>{say('pause.endSays', { name: pair.other.givenName })}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{say('general.cancel')}</Button>
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={end.isPending || !isDay}
              onClick={submit}
            >
              {say('pause.endDo', { day: isDay ? sayDate(on, today) : '' })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
