import { Field, Tab, TabList, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PersonView } from '#contract/people.ts';
import { localDateOf } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { useMe } from '../../api/use-me.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { MoveTimes, type ChosenTime } from './MoveTimes.tsx';
import { SkipAhead } from './SkipAhead.tsx';
import { useSkipAhead } from './use-skip-ahead.ts';

/** What can become of a single meeting other than being held. */
export type MeetingChange = 'move' | 'skip' | 'cancel' | 'miss';

interface ChangeMeetingDialogProps {
  readonly meeting: Pick<MeetingLine, 'id' | 'pairId' | 'kind' | 'start' | 'end' | 'state'>;
  readonly other: PersonView;
  /** The manager moves, skips and cancels; either can note that it did not take place. */
  readonly supervising: boolean;
  readonly initial?: MeetingChange;
  readonly onClose: () => void;
}

/** Move one meeting, skip or cancel it, or note that it did not take place: always saying who gets what. Shown while mounted. */
export function ChangeMeetingDialog({ meeting, other, supervising, initial, onClose }: ChangeMeetingDialogProps) {
  const dialog = useDialog(onClose);
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
  const [move, skip] = [useChange('moveMeeting'), useChange('skipMeeting')];
  const [cancel, miss] = [useChange('cancelMeeting'), useChange('missMeeting')];
  const ahead = useSkipAhead(meeting.id, kind === 'skip');
  const said = reason.trim();
  const lacksReason = kind !== 'skip' && said === '';
  const lacksTime = kind === 'move' && time === null;
  const name = other.givenName;

  const submit = (): void => {
    setAsked(true);
    if (lacksReason || lacksTime) return;
    const params = { meetingId: meeting.id };
    const onSuccess = (): void => {
      setReason('');
      dialog.close();
    };
    const request = { reason: said };
    if (kind === 'move' && time !== null) move.mutate({ params, request: { ...time, ...request } }, { onSuccess });
    if (kind === 'skip') skip.mutate({ params, request: { words: said === '' ? null : said } }, { onSuccess });
    if (kind === 'cancel') cancel.mutate({ params, request }, { onSuccess });
    if (kind === 'miss') miss.mutate({ params, request }, { onSuccess });
  };

  return (
    <DialogFrame
      dialog={dialog}
      title={say(`${keysOf[kind]}.title`, { day: sayDate(localDateOf(meeting.start, me.zone), today) })}
      error={move.error ?? skip.error ?? cancel.error ?? miss.error}
      says={say(kind === 'skip' && ahead.data?.next === null ? 'skip.saysLast' : `${keysOf[kind]}.says`, { name })}
      leave={say('meeting.keep')}
      send={{
        words:
          kind === 'move'
            ? time === null
              ? say('meeting.move.doPlain')
              : say('meeting.move.do', { when: sayMoment(time.start, me.zone, today) })
            : say(`${keysOf[kind]}.do`),
        isBusy: [move, skip, cancel, miss].some(({ isPending }) => isPending),
        onPress: submit,
      }}
    >
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
      {kind === 'move' && (
        <MoveTimes meeting={meeting} other={other} chosen={time} onChoose={setTime} isAsked={isAsked && lacksTime} />
      )}
      {kind === 'skip' && <SkipAhead ahead={ahead} />}
      <Field
        label={kind === 'skip' ? say('skip.words', { name }) : say('meeting.reasonLabel')}
        required={kind !== 'skip'}
        {...(kind === 'skip' ? {} : { hint: say('meeting.reasonHint') })}
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
    </DialogFrame>
  );
}

const keysOf = { move: 'meeting.move', skip: 'skip', cancel: 'meeting.cancel', miss: 'meeting.miss' } as const;

function possible(
  meeting: Pick<MeetingLine, 'kind' | 'start' | 'state'>,
  supervising: boolean,
  now: string,
): MeetingChange[] {
  const isAhead = meeting.state === 'planned';
  const hasBegun = meeting.start <= now;
  const canSkip = isAhead && !hasBegun && meeting.kind === 'one-to-one';
  return [
    ...(supervising && isAhead ? (['move'] as const) : []),
    ...(supervising && canSkip ? (['skip'] as const) : []),
    ...(supervising && isAhead ? (['cancel'] as const) : []),
    ...(hasBegun || !supervising ? (['miss'] as const) : []),
  ];
}

function kindName(kind: MeetingChange): string {
  if (kind === 'move') return say('meeting.move');
  if (kind === 'skip') return say('skip.menu');
  return kind === 'cancel' ? say('meeting.cancelIt') : say('meeting.didNotHappen');
}
