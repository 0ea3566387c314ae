import { Button, Link } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { PolicyLine } from '../../ui/PolicyLine.tsx';
import { useTopicHintsStyles } from './TopicHints.styles.ts';
import { useAgenda } from './use-agenda.ts';

interface TopicHintsProps {
  readonly view: MeetingResponse;
}

/** What the policy names that no agenda item is about yet, with ways in to add to one's own list. Help, not a check. */
export function TopicHints({ view }: TopicHintsProps) {
  const styles = useTopicHintsStyles();
  const changes = useAgenda(view);
  const [isOpen, setOpen] = useState(false);
  const onAgenda = new Set(view.items.map(({ topicId }) => topicId));
  const missing = view.coverage.topics.find((topic) => !topic.covered && !onAgenda.has(topic.topicId));
  if (missing === undefined) return null;
  const jotted = new Set(view.jottings.map(({ text }) => text));
  const prompts = missing.prompts.filter((prompt) => !jotted.has(prompt));
  return (
    <div className={styles.box}>
      <PolicyLine clause={view.coverage.clause}>
        {say('agenda.notYetOn', { topic: missing.title })}{' '}
        {prompts.length > 0 && (
          <Link
            inline
            className={styles.link}
            as="button"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? say('agenda.suggestHide') : say('agenda.suggest')}
          </Link>
        )}
      </PolicyLine>
      {isOpen && (
        <ul className={styles.list}>
          {prompts.map((prompt) => (
            <li key={prompt} className={styles.prompt}>
              <span className={styles.words}>{prompt}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<Add16Regular />}
                aria-label={say('agenda.takeSuggestion', { text: prompt })}
                onClick={() => {
                  changes.jot(prompt);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
