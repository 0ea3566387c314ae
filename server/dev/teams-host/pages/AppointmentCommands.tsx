import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  ToggleButton,
} from '@fluentui/react-components';
import {
  ArrowLeft20Regular,
  ArrowRepeatAll20Regular,
  CalendarArrowRight20Regular,
  CalendarCancel20Regular,
  Checkmark20Regular,
  Delete20Regular,
  Dismiss20Regular,
  Edit20Regular,
  MailArrowForward20Regular,
  PanelRight20Filled,
  PanelRight20Regular,
  People20Regular,
  Question20Regular,
} from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { go } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { removeEvent } from '../graph/events.ts';
import { dateOf } from '../graph/wall-time.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import type { InvitationAnswer } from './AnswerDialog.tsx';
import { useAppointmentStyles } from './AppointmentPage.styles.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { EditSeriesDialog } from './EditSeriesDialog.tsx';
import { ForwardDialog } from './ForwardDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

/** What one can do with an appointment: organisers move and cancel, the invited answer. */
export function AppointmentCommands(props: { readonly event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const styles = useAppointmentStyles();
  const { app } = useHost();
  const { isPaneOpen } = useSettings();
  const { seriesMasterId } = event;
  return (
    <div className={styles.commands} role="toolbar" aria-label="Appointment">
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        onClick={() => {
          go({ page: 'calendar', date: dateOf(event.start) });
        }}
      >
        Calendar
      </Button>
      {event.isCancelled ? (
        <Remove event={event} />
      ) : event.isOrganizer ? (
        <OrganiserCommands event={event} />
      ) : (
        <Answers event={event} />
      )}
      {!event.isCancelled && <Forward event={event} />}
      {seriesMasterId !== undefined && (
        <Button
          appearance="subtle"
          icon={<ArrowRepeatAll20Regular />}
          onClick={() => {
            go({ page: 'event', id: seriesMasterId });
          }}
        >
          View series
        </Button>
      )}
      <div className={styles.gap} />
      <Text size={200} className={styles.outlook}>
        Outlook
      </Text>
      <ToggleButton
        appearance="subtle"
        checked={isPaneOpen}
        icon={isPaneOpen ? <PanelRight20Filled /> : <PanelRight20Regular />}
        onClick={() => {
          changeSettings({ isPaneOpen: !isPaneOpen });
        }}
      >
        {app.name}
      </ToggleButton>
    </div>
  );
}

function OrganiserCommands(props: { event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const [open, setOpen] = useState<'move' | 'edit' | 'invite' | 'cancel'>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <>
      <Button
        appearance="subtle"
        icon={event.type === 'seriesMaster' ? <Edit20Regular /> : <CalendarArrowRight20Regular />}
        onClick={() => {
          setOpen(event.type === 'seriesMaster' ? 'edit' : 'move');
        }}
      >
        {event.type === 'seriesMaster' ? 'Edit series' : 'Move'}
      </Button>
      <Button
        appearance="subtle"
        icon={<People20Regular />}
        onClick={() => {
          setOpen('invite');
        }}
      >
        Invited
      </Button>
      <Button
        appearance="subtle"
        icon={<CalendarCancel20Regular />}
        onClick={() => {
          setOpen('cancel');
        }}
      >
        {event.type === 'seriesMaster' ? 'Cancel series' : 'Cancel'}
      </Button>
      {open === 'move' && <MoveDialog event={event} close={close} />}
      {open === 'edit' && <EditSeriesDialog event={event} close={close} />}
      {open === 'invite' && <InviteDialog event={event} close={close} />}
      {open === 'cancel' && <CancelDialog event={event} close={close} />}
    </>
  );
}

function Forward(props: { event: CalendarEvent }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<MailArrowForward20Regular />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Forward
      </Button>
      {isOpen && (
        <ForwardDialog
          event={props.event}
          close={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

const choices: readonly { answer: InvitationAnswer; label: string; icon: React.JSX.Element }[] = [
  { answer: 'accept', label: 'Accept', icon: <Checkmark20Regular /> },
  { answer: 'tentativelyAccept', label: 'Perhaps', icon: <Question20Regular /> },
  { answer: 'decline', label: 'Decline', icon: <Dismiss20Regular /> },
];

function Answers(props: { event: CalendarEvent }): React.JSX.Element {
  const { event } = props;
  const [asked, setAsked] = useState<{ answer: InvitationAnswer; eventId: string; what: string }>();
  const [isProposing, setProposing] = useState(false);
  return (
    <>
      {choices.map(({ answer, label, icon }) =>
        event.seriesMasterId === undefined ? (
          <Button
            key={answer}
            appearance="subtle"
            icon={icon}
            onClick={() => {
              setAsked({ answer, eventId: event.id, what: label });
            }}
          >
            {label}
          </Button>
        ) : (
          <Menu key={answer}>
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="subtle" icon={icon}>
                {label}
              </Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem
                  onClick={() => {
                    setAsked({ answer, eventId: event.id, what: `${label} this one` });
                  }}
                >
                  {label} this one
                </MenuItem>
                <MenuItem
                  onClick={() => {
                    setAsked({ answer, eventId: event.seriesMasterId ?? event.id, what: `${label} the series` });
                  }}
                >
                  {label} the series
                </MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        ),
      )}
      {event.type !== 'seriesMaster' && (
        <Button
          appearance="subtle"
          icon={<CalendarArrowRight20Regular />}
          onClick={() => {
            setProposing(true);
          }}
        >
          Propose new time
        </Button>
      )}
      {isProposing && (
        <MoveDialog
          event={event}
          close={() => {
            setProposing(false);
          }}
        />
      )}
      {asked !== undefined && (
        <AnswerDialog
          {...asked}
          event={event}
          close={() => {
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}

function Remove(props: { event: CalendarEvent }): React.JSX.Element {
  const { session, say } = useHost();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeEvent(session, props.event.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [followed, 'events'] });
      go({ page: 'calendar', date: dateOf(props.event.start) });
    },
    onError: (problem) => {
      say('It could not be removed', problem.message);
    },
  });
  return (
    <Button
      appearance="subtle"
      icon={<Delete20Regular />}
      onClick={() => {
        remove.mutate();
      }}
    >
      Remove from calendar
    </Button>
  );
}
