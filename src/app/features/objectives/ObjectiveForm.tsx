import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import type { ObjectiveView } from '#contract/objectives.ts';
import type { ObjectiveWords } from '#core/objectives/objective.ts';
import { isLocalDate } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { smartWords } from './objective-words.ts';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface ObjectiveFormProps {
  readonly pairId: string;
  /** Null: a new one. */
  readonly objective: ObjectiveView | null;
  /** The policy asks for SMART ones: the form has all five parts, and says kindly what is missing. */
  readonly isSmart: boolean;
  readonly onDone: () => void;
}

type Part = keyof ObjectiveWords;

const wordy = ['specific', 'measured', 'achievable', 'relevant'] as const;
const plain: readonly Part[] = ['specific', 'measured'];

/** Puts an objective into words. A draft is always saved as it is (CAREER-3). */
export function ObjectiveForm({ pairId, objective, isSmart, onDone }: ObjectiveFormProps) {
  const styles = useObjectivesStyles();
  const [id] = useState(() => crypto.randomUUID());
  const [isTried, setTried] = useState(false);
  const draft = (part: Part): string => `objective ${objective?.id ?? pairId} ${part}`;
  const [title, setTitle] = useKeptDraft(draft('title'), objective?.title ?? '');
  const [specific, setSpecific] = useKeptDraft(draft('specific'), objective?.specific ?? '');
  const [measured, setMeasured] = useKeptDraft(draft('measured'), objective?.measured ?? '');
  const [achievable, setAchievable] = useKeptDraft(draft('achievable'), objective?.achievable ?? '');
  const [relevant, setRelevant] = useKeptDraft(draft('relevant'), objective?.relevant ?? '');
  const [due, setDue] = useKeptDraft(draft('dueOn'), objective?.dueOn ?? '');
  const add = useChange('addObjective');
  const change = useChange('changeObjective');
  const texts = { specific, measured, achievable, relevant };
  const setters = { specific: setSpecific, measured: setMeasured, achievable: setAchievable, relevant: setRelevant };
  const words: ObjectiveWords = { title: title.trim(), ...texts, dueOn: isLocalDate(due) ? due : null };
  const error = add.error ?? change.error;

  const clear = (): void => {
    setTitle(objective?.title ?? '');
    for (const part of wordy) setters[part](objective?.[part] ?? '');
    setDue(objective?.dueOn ?? '');
    onDone();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (words.title === '') return;
    if (objective === null) add.mutate({ params: { pairId }, request: { id, ...words } }, { onSuccess: clear });
    else change.mutate({ params: { objectiveId: objective.id }, request: words }, { onSuccess: clear });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {error !== null && <ErrorNotice error={error} />}
      <Field
        label={say('objectives.part.title')}
        required
        {...(isTried && words.title === '' ? { validationMessage: say('objectives.titleNeeded') } : {})}
      >
        <Input
          className={styles.input}
          value={title}
          maxLength={300}
          onChange={(_, { value }) => {
            setTitle(value);
          }}
        />
      </Field>
      {wordy
        .filter((part) => isSmart || plain.includes(part) || texts[part] !== '')
        .map((part) => (
          <Field key={part} label={say(`objectives.part.${part}`)}>
            <Textarea
              className={styles.input}
              rows={2}
              value={texts[part]}
              maxLength={2000}
              onChange={(_, { value }) => {
                setters[part](value);
              }}
            />
          </Field>
        ))}
      <Field label={say('objectives.part.dueOn')}>
        <Input
          type="date"
          value={due}
          onChange={(_, { value }) => {
            setDue(value);
          }}
        />
      </Field>
      {isSmart && (
        <p className={styles.quiet} role="status">
          {smartWords(words)} {say('objectives.draftWell')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={add.isPending || change.isPending}>
          {objective === null ? say('objectives.addThis') : say('objectives.save')}
        </Button>
        <Button onClick={onDone}>{say('general.cancel')}</Button>
      </div>
    </form>
  );
}
