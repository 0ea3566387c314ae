import type { MeetingResponse } from '#contract/meetings.ts';
import { localDateOf } from '#core/time.ts';
import { sayMoment } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { useAgendaRowStyles } from './AgendaRow.styles.ts';

/** What was adjourned, and when it goes on (OD3a-12). */
export function AdjournedList({ view }: { readonly view: MeetingResponse }) {
  const styles = useAgendaRowStyles();
  if (view.adjourned.length === 0) return null;
  const today = localDateOf(view.now, view.zone);
  return (
    <section aria-label={say('adjourn.list')}>
      <h3 className={styles.smallTitle}>{say('adjourn.list')}</h3>
      <ul className={styles.list}>
        {view.adjourned.map((item) => (
          <li key={item.id} className={styles.adjourned}>
            <span className={styles.title}>{item.title}</span>
            <span className={styles.detail}>
              {item.wentTo === null
                ? say('adjourn.gone')
                : say('adjourn.went', { when: sayMoment(item.wentTo.start, view.zone, today) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
