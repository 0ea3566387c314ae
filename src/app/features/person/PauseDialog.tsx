import { Checkbox, Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { isInPause } from '#core/people/pause.ts';
import { addDays, localDateOf } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { areDays } from '../../ui/day-problems.ts';
import { DayRange } from '../../ui/DayRange.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';

interface PauseDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

const reasons = ['leave', 'parental', 'ill', 'secondment'] as const;
const own = 'own' as const;
const usualDays = 28;

/** Pauses the one-to-ones for an absence, after saying what is called off and who hears of it. Shown while mounted. */
export function PauseDialog({ detail, onClose }: PauseDialogProps) {
  const dialog = useDialog(onClose);
  const { today, zone } = useToday();
  const { pair, meetings } = detail;
  const name = pair.other.givenName;
  const kept = detail.pause !== null && (detail.pause.until ?? today) >= today ? detail.pause : null;
  const [from, setFrom] = useState(kept?.from ?? today);
  const [until, setUntil] = useState(kept?.until ?? addDays(today, usualDays));
  const [isUnknown, setUnknown] = useState(kept !== null && kept.until === null);
  const [why, setWhy] = useState<string>(kept === null ? reasons[0] : own);
  const [words, setWords] = useKeptDraft(`pause ${pair.pairId}`, kept?.reason ?? '');
  const [isAsked, setAsked] = useState(false);
  const pause = useChange('setPause');
  const chosen = reasons.find((one) => one === why);
  const reason = chosen === undefined ? words.trim() : say(`pause.why.${chosen}`);
  const stretch = { from, until: isUnknown ? null : until };
  const days = { ...stretch, earliest: null, today };
  const isReady = areDays(days);
  const called = isReady
    ? meetings.filter(({ state, start }) => state === 'planned' && isInPause(stretch, localDateOf(start, zone))).length
    : 0;
  const submit = (): void => {
    setAsked(true);
    if (!isReady || reason === '' || pause.isPending) return;
    const onSuccess = (): void => {
      setWords('');
      dialog.close();
    };
    pause.mutate({ params: { pairId: pair.pairId }, request: { ...stretch, reason } }, { onSuccess });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('pause.title', { name })}
      error={pause.error}
      says={`${called === 0 ? say('pause.saysNone') : say('pause.says', { count: called, name })} ${say('pause.asked')}`}
      send={{
        words: isUnknown || !isReady ? say('pause.do') : say('pause.doUntil', { day: sayDate(until, today) }),
        isBusy: pause.isPending,
        onPress: submit,
      }}
    >
      <DayRange days={days} isAsked={isAsked} onFrom={setFrom} onUntil={setUntil} />
      <Checkbox
        label={say('pause.open')}
        checked={isUnknown}
        onChange={(_, { checked }) => {
          setUnknown(checked === true);
        }}
      />
      <Field label={say('pause.why')}>
        <Select
          value={why}
          onChange={(_, { value }) => {
            setWhy(value);
          }}
        >
          {[...reasons, own].map((one) => (
            <option key={one} value={one}>
              {say(`pause.why.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen === undefined && (
        <Field
          label={say('pause.reason', { name })}
          required
          {...(isAsked && reason === '' ? { validationMessage: say('pause.reasonMissing') } : {})}
        >
          <Textarea
            rows={2}
            value={words}
            maxLength={500}
            onChange={(_, { value }) => {
              setWords(value);
            }}
          />
        </Field>
      )}
    </DialogFrame>
  );
}
