import { Button, mergeClasses } from '@fluentui/react-components';
import { say } from '../../text/say.ts';
import '../../text/say-later.ts';
import { ActionTable } from './ActionTable.tsx';
import type { FormViewProps } from './form-view-props.ts';
import { useFormViewStyles } from './FormView.styles.ts';
import { MovePoint } from './MovePoint.tsx';
import type { ShownSection } from './use-form.ts';

interface FormSectionViewProps extends FormViewProps {
  readonly section: ShownSection;
}

function nameOf({ view }: FormViewProps, personId: string): string {
  return personId === view.me.id ? view.me.givenName : view.other.givenName;
}

/** A heading of the form with what stands under it; empty ones may stay empty, and where the form asks, it is said that one does not apply. */
export function FormSectionView(props: FormSectionViewProps) {
  const { section, form, view, compact = false, renderPoint, renderAction, duties } = props;
  const styles = useFormViewStyles();
  const { look, sections } = form.rule;
  const asked = sections.find(({ id }) => id === section.id);
  const { writing } = form.answer;
  // Stages have headings of their own, above.
  const Heading = look === 'stages' ? 'h4' : 'h3';
  const holdsDuties = asked?.holds === 'duties';
  const showsTable = asked?.holds === 'actions';
  const isEmpty = section.points.length + section.actions.length + section.duties.length === 0;
  const saidBy = form.answer.notApplicable.find(({ sectionId }) => sectionId === section.id)?.by;
  return (
    <section
      className={mergeClasses(
        styles.section,
        look === 'boxes' && styles.boxesSection,
        look === 'list' && styles.listSection,
        look === 'list' && compact && styles.oneColumn,
      )}
      aria-label={section.title}
    >
      <div className={mergeClasses(look === 'boxes' && styles.boxesTitle)}>
        <Heading className={styles.title}>{section.title}</Heading>
        {asked?.hint !== null && writing.mayWrite && isEmpty && <p className={styles.hint}>{asked?.hint}</p>}
      </div>
      <div
        className={mergeClasses(
          styles.body,
          look === 'boxes' && styles.boxesBody,
          look === 'notes' && !showsTable && styles.notesBody,
        )}
      >
        {section.points.map((point) => (
          <div key={point.id} className={styles.point}>
            <div className={styles.pointBody}>{renderPoint(point)}</div>
            {writing.mayWrite && point.authorId === view.me.id && (
              <MovePoint
                point={point}
                from={section.id}
                sections={sections}
                onMove={(sectionId) => {
                  form.movePoint(point.id, sectionId);
                }}
              />
            )}
          </div>
        ))}
        {holdsDuties && duties !== undefined && duties}
        {holdsDuties && duties === undefined && section.duties.length > 0 && (
          <ul className={styles.duties}>
            {section.duties.map(({ title, standing }) => (
              <li key={title}>
                {title}
                {standing === 'in-date' && `, ${say('form.duty.in-date').toLowerCase()}`}
              </li>
            ))}
          </ul>
        )}
        {showsTable ? (
          <ActionTable
            view={view}
            under={section.title}
            columns={form.rule.actionColumns}
            actions={section.actions}
            now={props.now}
          />
        ) : (
          section.actions.map((action) => <div key={action.id}>{renderAction(action)}</div>)
        )}
        {section.notApplicable && (
          <span className={styles.tools}>
            <span className={styles.quiet}>
              {saidBy === undefined
                ? say('form.notApplicable')
                : say('form.notApplicableBy', { name: nameOf(props, saidBy) })}
            </span>
            {writing.mayWrite && (
              <Button
                size="small"
                appearance="subtle"
                aria-label={`${say('form.takeBack')}: ${section.title}`}
                onClick={() => {
                  form.sayNotApplicable(section.id, false);
                }}
              >
                {say('form.takeBack')}
              </Button>
            )}
          </span>
        )}
        {isEmpty && !section.notApplicable && !showsTable && !(holdsDuties && duties !== undefined) && (
          <p className={styles.quiet}>
            {view.meeting.state === 'closed' && !writing.mayWrite ? say('form.emptyClosed') : say('form.empty')}
          </p>
        )}
        {isEmpty && !section.notApplicable && asked?.notApplicable === true && writing.mayWrite && (
          <Button
            className={styles.toolStart}
            size="small"
            aria-label={say('form.sayNotApplicableOf', { title: section.title })}
            onClick={() => {
              form.sayNotApplicable(section.id, true);
            }}
          >
            {say('form.sayNotApplicable')}
          </Button>
        )}
      </div>
    </section>
  );
}
