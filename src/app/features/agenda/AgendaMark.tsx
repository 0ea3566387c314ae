import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { mergeClasses } from '@fluentui/react-components';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { PersonView } from '#contract/people.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';

interface AgendaMarkProps {
  readonly item: AgendaItemView;
  readonly people: readonly PersonView[];
  readonly size: 20 | 24;
}

/** Where an item comes from: who raised it, or the sign of a standing item. Talked about, its tick. */
export function AgendaMark({ item, people, size }: AgendaMarkProps) {
  const styles = useAgendaRowStyles();
  const raisedBy = people.find(({ id }) => id === item.raisedBy);
  if (item.state === 'discussed') {
    return (
      <span className={mergeClasses(styles.who, styles.done)} role="img" aria-label={say('agenda.talkedAbout')}>
        <CheckmarkCircle16Filled />
      </span>
    );
  }
  if (raisedBy === undefined) {
    return (
      <span className={styles.who} role="img" aria-label={say('agenda.standing')}>
        <ArrowRepeatAll16Regular />
      </span>
    );
  }
  return (
    <span className={styles.who}>
      <PersonAvatar person={raisedBy} size={size} />
    </span>
  );
}
