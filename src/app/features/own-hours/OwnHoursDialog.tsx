import { Body1, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { useRoute } from '../../api/use-route.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useDialog } from '../../ui/use-dialog.ts';
import { HoursRow, type Hours } from './HoursRow.tsx';

interface OwnHoursDialogProps {
  readonly onClose: () => void;
}

const most = 10;
const usual: Hours = { days: [1], from: '09:00', until: '12:00' };

/** The hours the reader keeps free for work of their own, week after week. Shown while mounted. */
export function OwnHoursDialog({ onClose }: OwnHoursDialogProps) {
  const dialog = useDialog(onClose);
  const kept = useRoute('protectedHours', { staleTime: 0 });
  const keep = useChange('keepProtectedHours');
  const [changed, setChanged] = useState<readonly Hours[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const rows = changed ?? kept.data?.hours ?? [];
  const submit = (): void => {
    setAsked(true);
    if (changed === null || !rows.every(isPossible) || keep.isPending) return;
    keep.mutate({ request: { hours: [...rows] } }, { onSuccess: dialog.close });
  };
  return (
    <DialogFrame
      dialog={dialog}
      title={say('own.title')}
      error={kept.error ?? keep.error}
      says={say('own.says')}
      send={{ words: say('own.save'), isBusy: keep.isPending, isReady: changed !== null, onPress: submit }}
    >
      <Body1 block>{say('own.what')}</Body1>
      {kept.data !== undefined && rows.length === 0 && <Body1 block>{say('own.none')}</Body1>}
      {rows.map((row, index) => (
        <HoursRow
          // A row has no name but its place.
          key={index}
          label={say('own.row', { number: index + 1 })}
          hours={row}
          isWrong={isAsked && !isPossible(row)}
          onChange={(next) => {
            setChanged(rows.map((one, at) => (at === index ? next : one)));
          }}
          onRemove={() => {
            setChanged(rows.filter((_, at) => at !== index));
          }}
        />
      ))}
      <div>
        <Button
          disabledFocusable={kept.data === undefined || rows.length >= most}
          onClick={() => {
            if (rows.length < most) setChanged([...rows, usual]);
          }}
        >
          {say('own.add')}
        </Button>
      </div>
    </DialogFrame>
  );
}

function isPossible({ days, from, until }: Hours): boolean {
  return days.length > 0 && from !== '' && until > from;
}
