import { Button, Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState, type SyntheticEvent } from 'react';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { useChange } from '../../api/use-change.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useMeasuresTabStyles } from './MeasuresTab.styles.ts';
import { readNumber } from './read-number.ts';

interface AddMeasureProps {
  readonly pairId: string;
}

/** Names a new figure to look at together. */
export function AddMeasure({ pairId }: AddMeasureProps) {
  const styles = useMeasuresTabStyles();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [isOpen, setOpen] = useState(false);
  const [isTried, setTried] = useState(false);
  const [name, setName] = useKeptDraft(`measure ${pairId} name`);
  const [unit, setUnit] = useKeptDraft(`measure ${pairId} unit`);
  const [target, setTarget] = useKeptDraft(`measure ${pairId} target`);
  const [better, setBetter] = useState<'higher' | 'lower'>('higher');
  const save = useChange('saveMeasure');
  const figure = readNumber(target);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || figure === null) return;
    const clear = () => {
      for (const set of [setName, setUnit, setTarget]) set('');
      setId(crypto.randomUUID());
      setTried(false);
      setOpen(false);
    };
    save.mutate({ params: { pairId }, request: { id, name, unit, target: figure, better } }, { onSuccess: clear });
  };
  if (!isOpen) {
    return (
      <div>
        <Button
          icon={<Add20Regular />}
          onClick={() => {
            setOpen(true);
          }}
        >
          {say('person.addStat')}
        </Button>
      </div>
    );
  }
  return (
    <Panel title={say('measure.newTitle')}>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={say('measure.name')}
          className={styles.field}
          {...(isTried && name.trim() === '' ? { validationMessage: say('measure.nameNeeded') } : {})}
        >
          <Input
            className={styles.input}
            value={name}
            maxLength={300}
            onChange={(_, data) => {
              setName(data.value);
            }}
          />
        </Field>
        <Field
          label={say('measure.target')}
          className={styles.field}
          {...(isTried && figure === null ? { validationMessage: say('measure.numberNeeded') } : {})}
        >
          <Input
            className={styles.input}
            value={target}
            inputMode="decimal"
            onChange={(_, data) => {
              setTarget(data.value);
            }}
          />
        </Field>
        <Field label={say('measure.unit')} className={styles.field}>
          <Input
            className={styles.input}
            value={unit}
            maxLength={20}
            onChange={(_, data) => {
              setUnit(data.value);
            }}
          />
        </Field>
        <Field label={say('measure.better')} className={styles.field}>
          <Dropdown
            className={styles.input}
            value={better === 'higher' ? say('measure.higher') : say('measure.lower')}
            selectedOptions={[better]}
            onOptionSelect={(_, data) => {
              setBetter(data.optionValue === 'lower' ? 'lower' : 'higher');
            }}
          >
            <Option value="higher">{say('measure.higher')}</Option>
            <Option value="lower">{say('measure.lower')}</Option>
          </Dropdown>
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {say('measure.add')}
        </Button>
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {say('general.cancel')}
        </Button>
      </form>
    </Panel>
  );
}
