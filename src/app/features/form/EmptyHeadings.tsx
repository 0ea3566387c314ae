import { Button } from '@fluentui/react-components';
import type { MeetingResponse } from '#contract/meetings.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { useEmptyHeadingsStyles } from './EmptyHeadings.styles.ts';
import { useForm } from './use-form.ts';

interface EmptyHeadingsProps {
  readonly view: MeetingResponse;
}

/** Before closing: which headings are empty, and where the form wants it said, that one does not apply. It never keeps anybody from closing (ESS-2, FORM-6). */
export function EmptyHeadings({ view }: EmptyHeadingsProps) {
  const styles = useEmptyHeadingsStyles();
  const form = useForm(view);
  if (form === null || view.meeting.state !== 'open') return null;
  const empty = form.sections.filter(
    ({ points, actions, duties, notApplicable }) =>
      points.length + actions.length + duties.length === 0 && !notApplicable,
  );
  if (empty.length === 0) return null;
  const mayNotApply = (sectionId: string): boolean =>
    form.rule.sections.some(({ id, notApplicable }) => id === sectionId && notApplicable);
  return (
    <section className={styles.part} aria-label={say('form.emptyTitle')}>
      <h2 className={styles.title}>{say('form.emptyTitle')}</h2>
      <ul className={styles.list}>
        {empty.map(({ id, title }) =>
          mayNotApply(id) ? (
            <li key={id} className={styles.line}>
              <span className={styles.words}>{title}</span>
              <Button
                size="small"
                aria-label={say('form.sayNotApplicableOf', { title })}
                onClick={() => {
                  form.sayNotApplicable(id, true);
                }}
              >
                {say('form.notApplicable')}
              </Button>
            </li>
          ) : (
            <li key={id} className={styles.word}>
              {title}
            </li>
          ),
        )}
      </ul>
      <span className={styles.quiet}>{say('form.emptyGentle')}</span>
    </section>
  );
}
