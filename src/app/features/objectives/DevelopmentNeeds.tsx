import { Button, Checkbox, Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import type { DevelopmentNeedView, ObjectivesResponse } from '#contract/objectives.ts';
import type { DevelopmentRule } from '#core/policy/person-rules.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { sayDate } from '../../text/dates.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useObjectivesStyles } from './Objectives.styles.ts';

interface DevelopmentNeedsProps {
  readonly from: ObjectivesResponse;
  readonly rule: Pick<DevelopmentRule, 'ways' | 'clause'>;
}

/** What is to be learned, in one of the policy's ways, and for which objective (FORM-9). */
export function DevelopmentNeeds({ from, rule }: DevelopmentNeedsProps) {
  const styles = useObjectivesStyles();
  const save = useChange('saveNeed');
  const words = (need: DevelopmentNeedView): string => {
    const way = rule.ways.find(({ id }) => id === need.wayId)?.title;
    const objective = from.objectives.find(({ id }) => id === need.objectiveId);
    const met = need.metOn === null ? undefined : say('objectives.needMet', { day: sayDate(need.metOn, from.today) });
    const tied = objective === undefined ? undefined : say('objectives.needForWords', { title: objective.title });
    return [way ?? say('objectives.needNoWay'), tied, met].filter((one) => one !== undefined).join(', ');
  };
  return (
    <Panel title={say('objectives.needs')} {...(from.needs.length === 0 ? {} : { count: from.needs.length })}>
      <p className={styles.quiet}>
        {say('objectives.needsWhy')} <ClauseLink clause={rule.clause} />
      </p>
      {save.error !== null && <ErrorNotice error={save.error} />}
      {from.needs.length === 0 && <p className={styles.words}>{say('objectives.needsNone')}</p>}
      <ul className={styles.list}>
        {from.needs.map((need) => (
          <li key={need.id}>
            <Checkbox
              checked={need.metOn !== null}
              label={need.text}
              onChange={(_, { checked }) => {
                const { id, text, wayId, objectiveId } = need;
                const request = { id, text, wayId, objectiveId, met: checked === true };
                save.mutate({ params: { pairId: from.pairId }, request });
              }}
            />
            <p className={styles.quiet}>{words(need)}</p>
          </li>
        ))}
      </ul>
      <AddNeed from={from} rule={rule} />
    </Panel>
  );
}

const none = 'none';

function AddNeed({ from, rule }: DevelopmentNeedsProps) {
  const styles = useObjectivesStyles();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useKeptDraft(`need ${from.pairId}`);
  const [wayId, setWay] = useState(none);
  const [objectiveId, setObjective] = useState(none);
  const save = useChange('saveNeed');
  const objectives = from.objectives.filter(({ state }) => state === 'open');
  if (!isOpen) {
    return (
      <div>
        <Button
          size="small"
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('objectives.needAdd')}
        </Button>
      </div>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const tied = { wayId: wayId === none ? null : wayId, objectiveId: objectiveId === none ? null : objectiveId };
    const clear = (): void => {
      setText('');
      setId(crypto.randomUUID());
      setOpen(false);
    };
    const request = { id, text: text.trim(), ...tied, met: false };
    save.mutate({ params: { pairId: from.pairId }, request }, { onSuccess: clear });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Field label={say('objectives.needWhat')}>
        <Input
          value={text}
          maxLength={300}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <Pick
        label={say('objectives.needWay')}
        value={wayId}
        options={[{ id: none, title: say('objectives.needNoWay') }, ...rule.ways]}
        onPick={setWay}
      />
      <Pick
        label={say('objectives.needFor')}
        value={objectiveId}
        options={[{ id: none, title: say('objectives.needBroader') }, ...objectives]}
        onPick={setObjective}
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          size="small"
          disabledFocusable={save.isPending || text.trim() === ''}
        >
          {say('objectives.needAddDo')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setOpen(false);
          }}
        >
          {say('general.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onPick: (id: string) => void;
}

function Pick({ label, value, options, onPick }: PickProps) {
  const styles = useObjectivesStyles();
  return (
    <Field label={label}>
      <Dropdown
        className={styles.input}
        value={options.find(({ id }) => id === value)?.title ?? ''}
        selectedOptions={[value]}
        onOptionSelect={(_, data) => {
          if (data.optionValue !== undefined) onPick(data.optionValue);
        }}
      >
        {options.map(({ id, title }) => (
          <Option key={id} value={id}>
            {title}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
