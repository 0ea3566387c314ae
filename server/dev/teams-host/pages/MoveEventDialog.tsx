import { Radio, RadioGroup, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { CalendarEvent } from '../graph/calendar-event.ts';
import { answerInvitation, moveEvent, moveSeries } from '../graph/events.ts';
import { dateOf, shortDate, timeOf } from '../graph/wall-time.ts';
import type { Span } from './calendar-span.ts';
import { EventDialog } from './EventDialog.tsx';
import { SeriesPartField, TextField } from './EventFields.tsx';
import type { SeriesPart } from './EventFields.tsx';

/** Asks what a moved event means: this one or the whole series for its organiser; another time proposed for somebody invited. */
export function MoveEventDialog(props: {
  readonly event: CalendarEvent;
  readonly to: Span;
  readonly close: () => void;
}): React.JSX.Element {
  return props.event.isOrganizer ? <MoveOwn {...props} /> : <Propose {...props} />;
}

function MoveOwn(props: { event: CalendarEvent; to: Span; close: () => void }): React.JSX.Element {
  const { event, to } = props;
  const { session, say } = useHost();
  const [part, setPart] = useState<SeriesPart>('one');
  const { seriesMasterId } = event;
  const others = event.attendees.length;
  return (
    <EventDialog
      title={`Move: ${event.subject}`}
      verb={others > 0 ? 'Send update' : 'Move'}
      change={() =>
        part === 'series' && seriesMasterId !== undefined
          ? moveSeries(session, seriesMasterId, event, to)
          : moveEvent(session, event.id, to.start, to.end)
      }
      done={() => {
        say('Moved', whenWords(to));
      }}
      close={props.close}
    >
      <FromTo event={event} to={to} />
      <SeriesPartField
        event={event}
        label="What to move"
        seriesLabel="The whole series, by as much"
        part={part}
        choose={setPart}
      />
      {others > 0 && <Text size={200}>Everybody invited gets the new time by mail.</Text>}
    </EventDialog>
  );
}

function Propose(props: { event: CalendarEvent; to: Span; close: () => void }): React.JSX.Element {
  const { event, to } = props;
  const { session, say } = useHost();
  const [answer, setAnswer] = useState<'tentativelyAccept' | 'decline'>('tentativelyAccept');
  const [comment, setComment] = useState('');
  return (
    <EventDialog
      title={`Propose a new time: ${event.subject}`}
      verb="Send proposal"
      change={() => answerInvitation(session, event.id, answer, comment, to)}
      done={() => {
        say('Proposed', `${event.organizer.name} is told: ${whenWords(to)}`);
      }}
      close={props.close}
    >
      <Text>Only {event.organizer.name} can move this. You can propose the new time.</Text>
      <FromTo event={event} to={to} />
      <RadioGroup
        value={answer}
        onChange={(_event, { value }) => {
          setAnswer(value === 'decline' ? 'decline' : 'tentativelyAccept');
        }}
        aria-label="And until then"
      >
        <Radio value="tentativelyAccept" label="Perhaps, and propose" />
        <Radio value="decline" label="Decline, and propose" />
      </RadioGroup>
      <TextField label={`A word to ${event.organizer.name}, if you like`} value={comment} change={setComment} />
    </EventDialog>
  );
}

function FromTo(props: { event: CalendarEvent; to: Span }): React.JSX.Element {
  return (
    <Text>
      From {whenWords(props.event)}
      <br />
      to <strong>{whenWords(props.to)}</strong>
    </Text>
  );
}

function whenWords(span: Span): string {
  return `${shortDate(dateOf(span.start))}, ${timeOf(span.start)} to ${timeOf(span.end)}`;
}
