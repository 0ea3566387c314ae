import { Button, Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { useAgendaItemFormStyles } from './AgendaItemForm.styles.ts';
import type { ItemWords } from './use-agenda.ts';

interface AgendaItemFormProps {
  /** Under which the typed title is kept while the page lives. */
  readonly draftKey: string;
  readonly initial: ItemWords;
  readonly topics: readonly { readonly topicId: string; readonly title: string }[];
  /** The policy's kinds of item; left out, none are offered. */
  readonly kinds?: readonly { readonly id: string; readonly title: string }[];
  /** Share asks for title, minutes and urgency alone. */
  readonly brief?: boolean;
  readonly submitLabel: string;
  /** What happens on submit, in words. */
  readonly promise?: string;
  readonly onSubmit: (words: ItemWords) => void;
  readonly onCancel: () => void;
}

const longestTitle = 300;
const mostMinutes = 120;

/** What to talk about, for how long, and how urgent: to add, change or share. Enter submits, Escape leaves. */
export function AgendaItemForm(props: AgendaItemFormProps) {
  const { draftKey, initial, topics, kinds = [], brief = false, submitLabel, promise, onSubmit, onCancel } = props;
  const styles = useAgendaItemFormStyles();
  const [title, setTitle] = useKeptDraft(draftKey, initial.title);
  const [minutes, setMinutes] = useState(String(initial.minutes));
  const [isUrgent, setUrgent] = useState(initial.urgency === 'urgent');
  const [topicId, setTopicId] = useState(initial.topicId ?? '');
  const [kindId, setKindId] = useState(initial.kindId ?? '');
  const [note, setNote] = useState(initial.note ?? '');
  const count = Number(minutes);
  const isAllowed = Number.isInteger(count) && count >= 1 && count <= mostMinutes;
  const isReady = title.trim() !== '' && isAllowed;

  const submit = (): void => {
    if (!isReady) return;
    onSubmit({
      title: title.trim(),
      minutes: count,
      urgency: isUrgent ? 'urgent' : 'normal',
      topicId: topicId === '' ? null : topicId,
      ...(kinds.length > 0 ? { kindId: kindId === '' ? null : kindId } : {}),
      note: note.trim() === '' ? null : note.trim(),
    });
    setTitle(initial.title);
  };
  const leave = (): void => {
    setTitle(initial.title);
    onCancel();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <Field label={say('agenda.what')} size="small">
        <Input
          size="medium"
          value={title}
          maxLength={longestTitle}
          autoFocus
          onChange={(_, { value }) => {
            setTitle(value);
          }}
        />
      </Field>
      <div className={styles.row}>
        <Field
          label={say('agenda.minutes')}
          size="small"
          className={styles.minutes}
          {...(isAllowed ? {} : { validationMessage: say('agenda.minutesAllowed') })}
        >
          <Input
            type="number"
            min={1}
            max={mostMinutes}
            value={minutes}
            onChange={(_, { value }) => {
              setMinutes(value);
            }}
          />
        </Field>
        <Checkbox
          className={styles.urgent}
          label={say('agenda.markUrgent')}
          checked={isUrgent}
          onChange={(_, { checked }) => {
            setUrgent(checked === true);
          }}
        />
      </div>
      {kinds.length > 0 && (
        <Field label={say('agenda.kind')} size="small">
          <Select
            value={kindId}
            onChange={(_, { value }) => {
              setKindId(value);
            }}
          >
            <option value="">{say('agenda.noKind')}</option>
            {kinds.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {kind.title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!brief && topics.length > 0 && (
        <Field label={say('agenda.topic')} size="small">
          <Select
            value={topicId}
            onChange={(_, { value }) => {
              setTopicId(value);
            }}
          >
            <option value="">{say('agenda.noTopic')}</option>
            {topics.map((topic) => (
              <option key={topic.topicId} value={topic.topicId}>
                {topic.title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {!brief && (
        <Field label={say('agenda.note')} size="small">
          <Textarea
            rows={2}
            resize="vertical"
            value={note}
            onChange={(_, { value }) => {
              setNote(value);
            }}
          />
        </Field>
      )}
      {promise !== undefined && <p className={styles.promise}>{promise}</p>}
      <div className={styles.buttons}>
        <Button type="submit" size="small" disabledFocusable={!isReady}>
          {submitLabel}
        </Button>
        <Button size="small" appearance="subtle" onClick={leave}>
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}
