import { Button, Textarea } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { useKeptDraft } from '../../api/kept-drafts.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { usePromptListStyles } from './PromptList.styles.ts';
import { useAgenda } from './use-agenda.ts';

/** What the policy would have each think about beforehand, for themselves: one press starts a jotting on it (ESS-3). Help, not a form. */
export function PromptList({ view }: { readonly view: MeetingResponse }) {
  const styles = usePromptListStyles();
  const rule = ruleOf(usePairRules(view.meeting.pairId), 'preparation');
  const [open, setOpen] = useState<string | null>(null);
  if (rule === null || rule.prompts.length === 0) return null;
  const answered = new Set(view.jottings.map(({ promptId }) => promptId));
  return (
    <section className={styles.box} aria-label={say('prompts.title')}>
      <h3 className={styles.title}>
        {say('prompts.title')} <ClauseLink clause={rule.clause} />
      </h3>
      <ul className={styles.list}>
        {rule.prompts.map((prompt) => (
          <li key={prompt.id} className={styles.prompt}>
            <div className={styles.row}>
              <span className={answered.has(prompt.id) ? styles.answered : styles.words}>
                {prompt.title}
                {prompt.words !== null && <span className={styles.quiet}>{prompt.words}</span>}
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Add16Regular />}
                aria-expanded={open === prompt.id}
                aria-label={say('prompts.start', { title: prompt.title })}
                onClick={() => {
                  setOpen(open === prompt.id ? null : prompt.id);
                }}
              />
            </div>
            {open === prompt.id && (
              <PromptAnswer
                view={view}
                prompt={prompt}
                onDone={() => {
                  setOpen(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PromptAnswerProps {
  readonly view: MeetingResponse;
  readonly prompt: { readonly id: string; readonly title: string };
  readonly onDone: () => void;
}

function PromptAnswer({ view, prompt, onDone }: PromptAnswerProps) {
  const styles = usePromptListStyles();
  const changes = useAgenda(view);
  const [text, setText] = useKeptDraft(`prompt ${view.meeting.id} ${prompt.id}`);
  const keep = (): void => {
    if (text.trim() !== '') changes.jot(text, prompt.id);
    setText('');
    onDone();
  };
  return (
    <div className={styles.answer}>
      <Textarea
        size="small"
        rows={2}
        autoFocus
        value={text}
        aria-label={say('prompts.label', { title: prompt.title })}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          keep();
        }}
      />
      <Button size="small" className={styles.keep} onClick={keep}>
        {say('prompts.keep')}
      </Button>
    </div>
  );
}
