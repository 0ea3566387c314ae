import { Field, Textarea } from '@fluentui/react-components';
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { TaskListLtr20Regular } from '@fluentui/react-icons/svg/task-list-ltr';
import type { PairResponse } from '#contract/pairs.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useNow } from '../../api/server-clock.ts';
import { useChange } from '../../api/use-change.ts';
import { sayCadence } from '../../text/cadences.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Outcomes } from '../../ui/Outcomes.tsx';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useDialog } from '../../ui/use-dialog.ts';

interface EndSeriesDialogProps {
  readonly detail: PairResponse;
  readonly onClose: () => void;
}

/** Ends a series after saying what becomes of the meetings to come, their agendas, open actions and what was recorded. Shown while mounted. */
export function EndSeriesDialog({ detail, onClose }: EndSeriesDialogProps) {
  const dialog = useDialog(onClose);
  const now = useNow();
  const { pair, meetings, openActions } = detail;
  const { givenName: name } = pair.other;
  const [reason, setReason] = useKeptDraft(`end ${pair.pairId}`);
  const end = useChange('endSeries');
  const coming = meetings.filter(
    ({ kind, state, start }) => kind === 'one-to-one' && state === 'planned' && start > now,
  );
  const held = meetings.filter(({ state }) => state === 'closed').length;
  const finish = (): void => {
    const onSuccess = (): void => {
      setReason('');
      dialog.close();
    };
    end.mutate({ params: { pairId: pair.pairId }, request: { reason: reason.trim() } }, { onSuccess });
  };
  const outcomes = [
    {
      icon: <CalendarCancel20Regular />,
      what: say('end.calendars', { count: coming.length }),
      detail: say('end.calendarsWhat', { name }),
    },
    {
      icon: <TaskListLtr20Regular />,
      what: say('end.agendas'),
      detail: say('end.agendasWhat'),
    },
    {
      icon: <CheckmarkCircle20Regular />,
      what: say('end.actions', { count: openActions.length }),
      detail: say('end.actionsWhat', { count: openActions.length }),
    },
    {
      icon: <DocumentText20Regular />,
      what: say('end.records', { count: held }),
      detail: say('end.recordsWhat', { name }),
    },
  ];
  return (
    <DialogFrame
      dialog={dialog}
      title={say('end.title', { name })}
      error={end.error}
      leave={say('end.keep')}
      send={{ words: say('end.do'), isBusy: end.isPending, isReady: reason.trim() !== '', onPress: finish }}
    >
      <Outcomes label={say('end.label')} outcomes={outcomes} />
      <Field label={say('end.reason', { name })} required>
        <Textarea
          rows={2}
          value={reason}
          maxLength={500}
          onChange={(_, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      {pair.asked !== null && (
        <PolicyLine clause={pair.asked.clause}>
          {say('end.asked', { every: sayCadence(pair.asked.cadence) })}
        </PolicyLine>
      )}
    </DialogFrame>
  );
}
