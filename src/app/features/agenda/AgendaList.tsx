import { mergeClasses } from '@fluentui/react-components';
import type { AgendaItemView } from '#contract/agenda.ts';
import type { PersonView } from '#contract/people.ts';
import { say } from '../../text/say.ts';
import { SaveStatus } from '../../ui/SaveStatus.tsx';
import { AgendaMark } from './AgendaMark.tsx';
import { itemDetail } from './agenda-words.ts';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';

interface AgendaListProps {
  readonly items: readonly AgendaItemView[];
  readonly people: readonly PersonView[];
  /** Ids of what has not been sent yet. */
  readonly waiting?: ReadonlySet<string>;
  /** Lines between the rows; left out, there are. */
  readonly plain?: boolean;
  /** Words for the day of another meeting; left out, where an item came from is not said. */
  readonly dayOf?: (start: string) => string;
}

/** The agenda to read: number, title, who raised it, minutes. */
export function AgendaList({ items, people, waiting, plain = false, dayOf }: AgendaListProps) {
  const styles = useAgendaRowStyles();
  return (
    <ol className={styles.list} aria-label={say('agenda.title')}>
      {items.map((item, index) => {
        const detail = itemDetail(item, dayOf);
        return (
          <li key={item.id} className={mergeClasses(styles.row, plain && styles.plain)}>
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.words}>
              <span className={mergeClasses(styles.title, item.state === 'discussed' && styles.settled)}>
                {item.title}
              </span>
              {detail !== '' && <span className={styles.detail}>{detail}</span>}
              {waiting?.has(item.id) === true && <SaveStatus state="waiting" />}
            </span>
            <AgendaMark item={item} people={people} size={20} />
            <span className={styles.minutes}>{say('general.minutes', { minutes: item.minutes })}</span>
          </li>
        );
      })}
    </ol>
  );
}
