import { mergeClasses } from '@fluentui/react-components';
import { stages } from '#core/policy/record-form.ts';
import { localDateOf } from '#core/time.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { FormHead } from './FormHead.tsx';
import { FormSectionView } from './FormSectionView.tsx';
import { useFormViewStyles } from './FormView.styles.ts';
import { PersonLines } from './PersonLines.tsx';
import type { FormViewProps } from './form-view-props.ts';
import type { ShownSection } from './use-form.ts';

/** The record on the form its policy asks for, at that form's own look: filled by points, live for both (OD3a-13, FORM-6, ESS-2, OUT-2). */
export function FormView(props: FormViewProps) {
  const { view, form, now, compact = false } = props;
  const styles = useFormViewStyles();
  const { look } = form.rule;
  const today = localDateOf(now, view.zone);
  const lines = { look, about: form.answer.fields, today, zone: view.zone, compact, onFill: form.fill };
  const shown = (section: ShownSection) => <FormSectionView key={section.id} {...props} section={section} />;
  return (
    <div className={styles.form}>
      <FormHead {...lines} fields={form.head} />
      <PersonLines answer={form.answer} isOpen={view.meeting.state === 'open' || view.meeting.state === 'planned'} />
      {look === 'stages' ? (
        <div className={mergeClasses(styles.stages, compact && styles.oneColumn)}>
          {stages.map((stage) => (
            <section key={stage} className={styles.stage} aria-label={say(`form.stage.${stage}`)}>
              <h3 className={styles.stageTitle}>{say(`form.stage.${stage}`)}</h3>
              {form.sections.filter((section) => (section.stage ?? 'conversation') === stage).map(shown)}
            </section>
          ))}
        </div>
      ) : (
        <div
          className={mergeClasses(
            styles.sections,
            look === 'boxes' && styles.boxesSections,
            look === 'list' && styles.listSections,
          )}
        >
          {form.sections.map(shown)}
        </div>
      )}
      <FormHead {...lines} fields={form.foot} />
    </div>
  );
}
