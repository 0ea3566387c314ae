import { Button, Field, Input } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { useState, type KeyboardEvent } from 'react';
import type { ActionView } from '#contract/actions.ts';
import type { MeetingResponse } from '#contract/meetings.ts';
import { addDays, localDateOf } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { useLastActionsStyles } from './LastActions.styles.ts';
import { useActions } from './use-actions.ts';

interface ActionToolsProps {
  readonly action: ActionView;
  readonly view: MeetingResponse;
  readonly today: string;
  readonly onSettled: () => void;
  /** Whether it was agreed just now, so that its words may still be put right. */
  readonly canReword?: boolean;
}

const weekDays = 7;

/** Done, New date, Drop: what can become of an action when it comes back. */
export function ActionTools({ action, view, today, onSettled, canReword = false }: ActionToolsProps) {
  const styles = useLastActionsStyles();
  const steps = useActions(action, view.meeting.id);
  const [asks, setAsks] = useState<'nothing' | 'date' | 'reason' | 'words'>('nothing');
  if (asks === 'date') {
    return (
      <NewDate
        action={action}
        view={view}
        today={today}
        onDate={(dueOn) => {
          steps.setDate(dueOn);
          setAsks('nothing');
          onSettled();
        }}
        onCancel={() => {
          setAsks('nothing');
        }}
      />
    );
  }
  if (asks === 'reason') {
    return (
      <DropReason
        action={action}
        onDrop={(reason) => {
          steps.drop(reason);
          onSettled();
        }}
        onCancel={() => {
          setAsks('nothing');
        }}
      />
    );
  }
  if (asks === 'words') {
    return (
      <Reword
        action={action}
        onSave={(text) => {
          if (text !== action.text) steps.reword(text);
          setAsks('nothing');
          onSettled();
        }}
        onCancel={() => {
          setAsks('nothing');
        }}
      />
    );
  }
  return (
    <div className={styles.tools}>
      <Button
        className={styles.tool}
        size="small"
        icon={<Checkmark16Regular />}
        onClick={() => {
          steps.complete();
          onSettled();
        }}
      >
        {say('actions.done')}
      </Button>
      <Button
        className={styles.tool}
        size="small"
        onClick={() => {
          setAsks('date');
        }}
      >
        {say('actions.newDate')}
      </Button>
      <Button
        className={styles.tool}
        size="small"
        onClick={() => {
          setAsks('reason');
        }}
      >
        {say('actions.drop')}
      </Button>
      {canReword && (
        <Button
          className={styles.tool}
          size="small"
          onClick={() => {
            setAsks('words');
          }}
        >
          {say('actions.reword')}
        </Button>
      )}
    </div>
  );
}

interface NewDateProps {
  readonly action: ActionView;
  readonly view: MeetingResponse;
  readonly today: string;
  readonly onDate: (dueOn: string) => void;
  readonly onCancel: () => void;
}

function NewDate({ action, view, today, onDate, onCancel }: NewDateProps) {
  const styles = useLastActionsStyles();
  const next = view.nextMeeting === null ? null : localDateOf(view.nextMeeting.start, view.zone);
  const usual = action.dueOn !== null && action.dueOn > today ? action.dueOn : (next ?? addDays(today, weekDays));
  const [date, setDate] = useState(usual);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (date !== '') onDate(date);
      }}
      onKeyDown={onEscape(onCancel)}
    >
      <Field label={say('actions.date')} size="small">
        <Input
          type="date"
          size="small"
          min={today}
          value={date}
          autoFocus
          onChange={(_, { value }) => {
            setDate(value);
          }}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" size="small" disabledFocusable={date === ''}>
          {say('actions.setDate')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {say('general.cancel')}
        </Button>
      </div>
      {next !== null && next !== date && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            onDate(next);
          }}
        >
          {say('actions.nextTime', { day: sayDate(next, today) })}
        </Button>
      )}
    </form>
  );
}

interface RewordProps {
  readonly action: ActionView;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function Reword({ action, onSave, onCancel }: RewordProps) {
  const styles = useLastActionsStyles();
  const [text, setText] = useKeptDraft(`action ${action.id}`, action.text);
  const isReady = text.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onSave(text.trim());
        setText(action.text);
      }}
      onKeyDown={onEscape(onCancel)}
    >
      <Field label={say('actions.wording')} size="small">
        <Input
          size="small"
          value={text}
          maxLength={300}
          autoFocus
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" size="small" disabledFocusable={!isReady}>
          {say('general.save')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface DropReasonProps {
  readonly action: ActionView;
  readonly onDrop: (reason: string) => void;
  readonly onCancel: () => void;
}

function DropReason({ action, onDrop, onCancel }: DropReasonProps) {
  const styles = useLastActionsStyles();
  const [reason, setReason] = useKeptDraft(`drop ${action.id}`);
  const isReady = reason.trim() !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onDrop(reason.trim());
        setReason('');
      }}
      onKeyDown={onEscape(onCancel)}
    >
      <Field label={say('actions.why')} size="small">
        <Input
          size="small"
          value={reason}
          maxLength={500}
          autoFocus
          onChange={(_, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <div className={styles.tools}>
        <Button type="submit" size="small" disabledFocusable={!isReady}>
          {say('actions.dropIt')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {say('actions.keep')}
        </Button>
      </div>
    </form>
  );
}

function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === 'Escape') leave();
  };
}
