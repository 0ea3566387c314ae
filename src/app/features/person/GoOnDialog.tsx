import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { addMonths, isLocalDate } from '#core/time.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DayField } from '../../ui/DayField.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { useToday } from '../../ui/use-today.ts';

interface GoOnDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

const moreMonths = [3, 6, 12] as const;
const usualMonths = 6;

/** Lets one-to-ones that run out go on longer. Shown while mounted. */
export function ExtendDialog({ detail, onClose }: GoOnDialogProps) {
  const dialog = useDialog(onClose);
  const { today } = useToday();
  const { pair } = detail;
  const end = pair.series?.plan.untilDate ?? today;
  const [until, setUntil] = useState(addMonths(end, usualMonths));
  const extend = useChange('extendSeries');
  const submit = (): void => {
    const onSuccess = dialog.close;
    extend.mutate({ params: { pairId: pair.pairId }, request: { untilDate: until } }, { onSuccess });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('extend.title')}
      error={extend.error}
      says={say('extend.says', { name: pair.other.givenName })}
      send={{ words: say('extend.do', { day: sayDate(until, today) }), isBusy: extend.isPending, onPress: submit }}
    >
      <Field label={say('extend.until')}>
        <RadioGroup
          value={until}
          onChange={(_, { value }) => {
            setUntil(value);
          }}
        >
          {moreMonths.map((months) => {
            const day = addMonths(end, months);
            return <Radio key={day} value={day} label={say('extend.months', { day: sayDate(day, today), months })} />;
          })}
        </RadioGroup>
      </Field>
    </DialogFrame>
  );
}

/** Ends a pause earlier, or one whose end was not known. Shown while mounted. */
export function EndPauseDialog({ detail, onClose }: GoOnDialogProps) {
  const dialog = useDialog(onClose);
  const { today } = useToday();
  const { pair, pause } = detail;
  const [on, setOn] = useState(today);
  const end = useChange('endPause');
  const isDay = isLocalDate(on) && on >= today && (pause?.until == null || on <= pause.until);
  const submit = (): void => {
    if (!isDay) return;
    end.mutate({ params: { pairId: pair.pairId }, request: { on } }, { onSuccess: dialog.close });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('pause.endTitle')}
      error={end.error}
      says={say('pause.endSays', { name: pair.other.givenName })}
      send={{
        words: say('pause.endDo', { day: isDay ? sayDate(on, today) : '' }),
        isBusy: end.isPending,
        isReady: isDay,
        onPress: submit,
      }}
    >
      <DayField
        label={say('pause.endOn')}
        min={today}
        max={pause?.until ?? undefined}
        value={on}
        onChange={setOn}
        isRequired
      />
    </DialogFrame>
  );
}
