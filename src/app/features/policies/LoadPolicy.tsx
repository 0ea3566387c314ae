import { Body1, Button, Caption1, Field, Textarea } from '@fluentui/react-components';
import { DocumentAdd20Regular } from '@fluentui/react-icons/svg/document-add';
import { useRef, useState } from 'react';
import type { PoliciesResponse } from '#contract/policies.ts';
import { ApiError } from '../../api/api-error.ts';
import { usePolicyChange } from '../../api/use-policy-change.ts';
import { sayVersion } from '../../text/policy-names.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { FaultList } from './FaultList.tsx';
import { usePoliciesStyles } from './Policies.styles.ts';

/** What the server takes in one piece. */
const mostCharacters = 240_000;

/** A unit's standard names the policy it stands on; a policy does not. */
function isStandard(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'packId' in value && 'unit' in value;
  } catch {
    return false;
  }
}

interface LoadPolicyProps {
  readonly policies: PoliciesResponse;
  readonly onLoaded: (versionId: string) => void;
}

/** Loads a policy or a unit's standard from a file or pasted text. A file with any mistake is refused whole. */
export function LoadPolicy({ policies, onLoaded }: LoadPolicyProps) {
  const styles = usePoliciesStyles();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const policy = usePolicyChange('loadPolicy');
  const standard = usePolicyChange('loadStandard');
  const error = policy.error ?? standard.error;
  const isBusy = policy.isPending || standard.isPending;

  const begin = (words: string, file: string | null): void => {
    setText(words);
    setFileName(file);
    setSaid(null);
    policy.reset();
    standard.reset();
    setTrouble(
      words.length > mostCharacters ? say('policies.tooLong', { most: mostCharacters, length: words.length }) : null,
    );
  };
  const choose = async (file: File): Promise<void> => {
    try {
      // What is far too long is not worth reading.
      begin(file.size > mostCharacters * 4 ? ' '.repeat(mostCharacters + 1) : await file.text(), file.name);
      if (file.size > mostCharacters * 4)
        setTrouble(say('policies.tooLong', { most: mostCharacters, length: file.size }));
    } catch {
      begin('', null);
      setTrouble(say('policies.unreadable'));
    }
  };
  const load = (): void => {
    if (trouble !== null || text.trim() === '' || isBusy) return;
    setSaid(null);
    const id = crypto.randomUUID();
    if (isStandard(text)) {
      standard.mutate(
        { request: { id, text, revision: policies.revision } },
        {
          onSuccess: ({ wasThere }) => {
            begin('', null);
            setSaid(say(wasThere ? 'policies.standardThere' : 'policies.standardLoaded'));
          },
        },
      );
      return;
    }
    policy.mutate(
      { request: { id, text } },
      {
        onSuccess: ({ versionId, wasThere }) => {
          const kept = policies.versions.find((one) => one.id === versionId);
          begin('', null);
          if (!wasThere) onLoaded(versionId);
          else if (kept !== undefined) setSaid(say('policies.wasThere', { name: sayVersion(kept) }));
        },
      },
    );
  };

  return (
    <Panel title={say('policies.load')}>
      <div className={styles.stack}>
        <Body1>{say('policies.loadIntro')}</Body1>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={say('policies.file')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) void choose(file);
          }}
        />
        <Button
          className={styles.start}
          icon={<DocumentAdd20Regular />}
          onClick={() => {
            input.current?.click();
          }}
        >
          {say('policies.file')}
        </Button>
        <Field
          label={say('policies.paste')}
          hint={fileName === null ? null : say('policies.fileName', { file: fileName })}
          {...(trouble === null ? {} : { validationMessage: trouble, validationState: 'warning' as const })}
        >
          <Textarea
            className={styles.text}
            resize="vertical"
            value={text.length > mostCharacters ? '' : text}
            onChange={(_, { value }) => {
              begin(value, null);
            }}
          />
        </Field>
        {error !== null && <ErrorNotice error={error} />}
        {error instanceof ApiError && <FaultList error={error} />}
        {said !== null && (
          <Notice intent="info" role="status">
            {said}
          </Notice>
        )}
        <Button
          className={styles.start}
          disabledFocusable={text.trim() === '' || trouble !== null || isBusy}
          onClick={load}
        >
          {say('policies.loadButton')}
        </Button>
        <Caption1 className={styles.quiet}>{say('policies.loadStandardNote')}</Caption1>
      </div>
    </Panel>
  );
}
