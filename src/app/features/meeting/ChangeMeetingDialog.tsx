import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Tab,
  TabList,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { localDateOf } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { useMe } from '../../api/use-me.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MoveTimes, type ChosenTime } from './MoveTimes.tsx';
import { useChangeMeetingStyles } from './ChangeMeeting.styles.ts';
import { useDialog } from '../../ui/use-dialog.ts';

/** What can become of a single meeting other than being held. */
export type MeetingChange = 'move' | 'cancel' | 'miss';

interface ChangeMeetingDialogProps {
  readonly meeting: Pick<MeetingLine, 'id' | 'pairId' | 'start' | 'end' | 'state'>;
  readonly other: PersonView;
  /** The manager moves and cancels; either can note that it did not take place. */
  readonly supervising: boolean;
  readonly initial?: MeetingChange;
  readonly onClose: () => void;
}

/** Move one meeting, cancel it, or note that it did not take place: always with a reason, always saying who gets what. Shown while mounted. */
export function ChangeMeetingDialog({ meeting, other, supervising, initial, onClose }: ChangeMeetingDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const styles = useChangeMeetingStyles();
  const now = useNow();
  const me = useMe();
  const today = localDateOf(now, me.zone);
  const kinds = possible(meeting, supervising, now);
  const [kind, setKind] = useState<MeetingChange>(
    initial !== undefined && kinds.includes(initial) ? initial : (kinds[0] ?? 'miss'),
  );
  const [reason, setReason] = useKeptDraft(`reason ${meeting.id}`);
  const [isAsked, setAsked] = useState(false);
  const [time, setTime] = useState<ChosenTime | null>(null);
  const move = useChange('moveMeeting');
  const cancel = useChange('cancelMeeting');
  const miss = useChange('missMeeting');
  const error = move.error ?? cancel.error ?? miss.error;
  const isBusy = move.isPending || cancel.isPending || miss.isPending;
  const lacksReason = reason.trim() === '';
  const lacksTime = kind === 'move' && time === null;

  const submit = (): void => {
    setAsked(true);
    if (lacksReason || lacksTime) return;
    const params = { meetingId: meeting.id };
    const onSuccess = (): void => {
      setReason('');
      close();
    };
    const request = { reason: reason.trim() };
    if (kind === 'move' && time !== null) move.mutate({ params, request: { ...time, ...request } }, { onSuccess });
    if (kind === 'cancel') cancel.mutate({ params, request }, { onSuccess });
    if (kind === 'miss') miss.mutate({ params, request }, { onSuccess });
  };

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {say(`meeting.${kind}.title`, { day: sayDate(localDateOf(meeting.start, me.zone), today) })}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {kinds.length > 1 && (
              <TabList
                size="small"
                selectedValue={kind}
                onTabSelect={(_, { value }) => {
                  const chosen = kinds.find((one) => one === value);
                  if (chosen !== undefined) setKind(chosen);
                }}
              >
                {kinds.map((one) => (
                  <Tab key={one} value={one}>
                    {kindName(one)}
                  </Tab>
                ))}
              </TabList>
            )}
            {error !== null && <ErrorNotice error={error} />}
            {kind === 'move' && (
              <MoveTimes
                meeting={meeting}
                other={other}
                chosen={time}
                onChoose={setTime}
                isAsked={isAsked && lacksTime}
              />
            )}
            <Field
              label={say('meeting.reasonLabel')}
              required
              hint={say('meeting.reasonHint')}
              {...(isAsked && lacksReason ? { validationMessage: say('meeting.reasonMissing') } : {})}
            >
              <Textarea
                rows={2}
                value={reason}
                maxLength={500}
                onChange={(_, { value }) => {
                  setReason(value);
                }}
              />
            </Field>
            <p className={styles.says}>{say(`meeting.${kind}.says`, { name: other.givenName })}</p>
          </DialogContent>
          <DialogActions>
            <Button className={styles.button} onClick={close}>
              {say('meeting.keep')}
            </Button>
            <Button className={styles.button} appearance="primary" disabledFocusable={isBusy} onClick={submit}>
              {kind === 'move'
                ? time === null
                  ? say('meeting.move.doPlain')
                  : say('meeting.move.do', { when: sayMoment(time.start, me.zone, today) })
                : say(`meeting.${kind}.do`)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function possible(meeting: Pick<MeetingLine, 'start' | 'state'>, supervising: boolean, now: string): MeetingChange[] {
  const isAhead = meeting.state === 'planned';
  const hasBegun = meeting.start <= now;
  return [
    ...(supervising && isAhead ? (['move', 'cancel'] as const) : []),
    ...(hasBegun || !supervising ? (['miss'] as const) : []),
  ];
}

function kindName(kind: MeetingChange): string {
  if (kind === 'move') return say('meeting.move');
  return kind === 'cancel' ? say('meeting.cancelIt') : say('meeting.didNotHappen');
}
