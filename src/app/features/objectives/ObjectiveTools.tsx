import {
  Button,
  Field,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Textarea,
} from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { RequestOf } from '#contract/api.ts';
import type { ObjectiveView } from '#contract/objectives.ts';
import { isLocalDate } from '#core/time.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import { say } from '../../text/say.ts';
import { useObjectivesStyles } from './Objectives.styles.ts';

type Step = RequestOf<'stepObjective'>['step'];

interface ObjectiveToolsProps {
  readonly objective: ObjectiveView;
  readonly today: string;
  readonly onChange: () => void;
  readonly send: (step: Step, onSuccess: () => void) => void;
  readonly isBusy: boolean;
}

/** What either of the two does with an objective: note progress, reach it, give it a later date, let it go, take it up again. */
export function ObjectiveTools({ objective, today, onChange, send, isBusy }: ObjectiveToolsProps) {
  const styles = useObjectivesStyles();
  const [mode, setMode] = useState<'none' | 'progress' | 'date' | 'let-go'>('none');
  const { title } = objective;
  const done = (): void => {
    setMode('none');
  };
  if (objective.state !== 'open') {
    return (
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={isBusy}
          onClick={() => {
            send({ kind: 'reopened' }, done);
          }}
        >
          {say('objectives.reopen')}
        </Button>
      </div>
    );
  }
  if (mode === 'date')
    return <LaterDate objective={objective} today={today} send={send} isBusy={isBusy} onDone={done} />;
  if (mode !== 'none') {
    const isProgress = mode === 'progress';
    return (
      <Words
        draft={`${mode} ${objective.id}`}
        label={isProgress ? say('objectives.progressOf', { title }) : say('objectives.letGoWhy')}
        button={isProgress ? say('objectives.addProgress') : say('objectives.letGoDo')}
        longest={isProgress ? 4000 : 500}
        isBusy={isBusy}
        onDone={done}
        onSend={(text, sent) => {
          send(isProgress ? { kind: 'progress', text } : { kind: 'no-longer-relevant', reason: text }, sent);
        }}
      />
    );
  }
  return (
    <div className={styles.buttons}>
      <Button
        size="small"
        onClick={() => {
          setMode('progress');
        }}
      >
        {say('objectives.addProgress')}
      </Button>
      <Button
        size="small"
        icon={<Checkmark16Regular />}
        aria-label={say('objectives.reachedOf', { title })}
        disabledFocusable={isBusy}
        onClick={() => {
          send({ kind: 'reached' }, done);
        }}
      >
        {say('objectives.reached')}
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal16Regular />}
            aria-label={say('objectives.moreOf', { title })}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={onChange}>{say('objectives.change')}</MenuItem>
            <MenuItem
              onClick={() => {
                setMode('date');
              }}
            >
              {say('objectives.newDate')}
            </MenuItem>
            <MenuItem
              onClick={() => {
                setMode('let-go');
              }}
            >
              {say('objectives.letGo')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

interface WordsProps {
  readonly draft: string;
  readonly label: string;
  readonly button: string;
  readonly longest: number;
  readonly isBusy: boolean;
  readonly onSend: (text: string, sent: () => void) => void;
  readonly onDone: () => void;
}

function Words({ draft, label, button, longest, isBusy, onSend, onDone }: WordsProps) {
  const styles = useObjectivesStyles();
  const [text, setText] = useKeptDraft(draft);
  return (
    <div className={styles.form}>
      <Field label={label}>
        <Textarea
          rows={2}
          value={text}
          maxLength={longest}
          onChange={(_, { value }) => {
            setText(value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isBusy || text.trim() === ''}
          onClick={() => {
            onSend(text.trim(), () => {
              setText('');
              onDone();
            });
          }}
        >
          {button}
        </Button>
        <Button size="small" onClick={onDone}>
          {say('general.cancel')}
        </Button>
      </div>
    </div>
  );
}

interface LaterDateProps extends Pick<ObjectiveToolsProps, 'objective' | 'today' | 'send' | 'isBusy'> {
  readonly onDone: () => void;
}

function LaterDate({ objective, today, send, isBusy, onDone }: LaterDateProps) {
  const styles = useObjectivesStyles();
  const earliest = objective.dueOn !== null && objective.dueOn > today ? objective.dueOn : today;
  const [to, setTo] = useState(earliest);
  return (
    <div className={styles.row}>
      <Field label={say('objectives.part.dueOn')}>
        <Input
          type="date"
          min={earliest}
          value={to}
          onChange={(_, { value }) => {
            setTo(value);
          }}
        />
      </Field>
      <Button
        size="small"
        appearance="primary"
        disabledFocusable={isBusy || !isLocalDate(to) || to < earliest}
        onClick={() => {
          send({ kind: 'carried', to }, onDone);
        }}
      >
        {say('objectives.newDateDo')}
      </Button>
      <Button size="small" onClick={onDone}>
        {say('general.cancel')}
      </Button>
    </div>
  );
}
