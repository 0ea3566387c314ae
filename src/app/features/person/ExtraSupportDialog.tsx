import {
  Body1,
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Dropdown,
  Field,
  Option,
  Textarea,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PairResponse } from '#contract/pairs.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { capital } from '../../text/dates.ts';
import { sayInterval } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDialog } from '../../ui/use-dialog.ts';

const offered = [1, 2, 3];

interface ExtraSupportDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

/** Agrees to meet more often for a while, with a reason both can read, or goes back to what the policy asks. */
export function ExtraSupportDialog({ detail, onClose }: ExtraSupportDialogProps) {
  const { isOpen, close } = useDialog(onClose);
  const { pair, extraSupport } = detail;
  const { pairId, other } = pair;
  const now = extraSupport !== null && 'weeks' in extraSupport.every ? extraSupport.every.weeks : 1;
  const [weeks, setWeeks] = useState(now);
  const [reason, setReason] = useKeptDraft(`support ${pairId}`, extraSupport?.reason ?? '');
  const change = useChange('setExtraSupport');
  const save = (next: { every: { weeks: number }; reason: string } | null) => {
    change.mutate({ params: { pairId }, request: { extraSupport: next } }, { onSuccess: close });
  };
  const every = sayInterval({ weeks });
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('support.title')}</DialogTitle>
          <DialogContent>
            {change.error !== null && <ErrorNotice error={change.error} />}
            <Body1 block>{say('support.intro', { name: other.givenName })}</Body1>
            <Field label={say('support.every')}>
              <Dropdown
                value={capital(every)}
                selectedOptions={[String(weeks)]}
                onOptionSelect={(_, data) => {
                  setWeeks(Number(data.optionValue));
                }}
              >
                {offered.map((one) => (
                  <Option key={one} value={String(one)}>
                    {capital(sayInterval({ weeks: one }))}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            <Field label={say('support.reason')} required>
              <Textarea
                value={reason}
                maxLength={500}
                onChange={(_, data) => {
                  setReason(data.value);
                }}
              />
            </Field>
            <Caption1>{say('support.backPromise')}</Caption1>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{say('general.cancel')}</Button>
            {extraSupport !== null && (
              <Button
                disabledFocusable={change.isPending}
                onClick={() => {
                  save(null);
                }}
              >
                {say('support.back')}
              </Button>
            )}
            <Button
              appearance="primary"
              disabledFocusable={change.isPending || reason.trim() === ''}
              onClick={() => {
                save({ every: { weeks }, reason });
              }}
            >
              {say('support.save', { every })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
