import {
  Body1,
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  mergeClasses,
} from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { say } from '../../text/say.ts';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';
import { useStepHeadStyles } from './StepHead.styles.ts';

interface StepHeadProps {
  readonly title: string;
  /** Which of the two steps is shown; null: there are none. */
  readonly step: 1 | 2 | null;
  /** What the second step is called. */
  readonly second?: string;
  /** Whose page it was opened from. */
  readonly person?: { readonly pairId: string; readonly name: string };
  /** Where the page stands, in a word or two. */
  readonly here?: string;
}

/** Where the page stands and which of its two steps is shown. */
export function StepHead({
  title,
  step,
  second = say('schedule.stepCheck'),
  person,
  here = say('schedule.crumb'),
}: StepHeadProps) {
  const styles = useStepHeadStyles();
  const [, navigate] = useLocation();
  const heading = useFocusWhenLost<HTMLHeadingElement>(step);
  const steps = [say('schedule.stepChoose'), second];
  return (
    <div>
      <Breadcrumb size="small" aria-label={say('people.nav')} className={styles.crumbs}>
        <BreadcrumbItem>
          <BreadcrumbButton
            onClick={() => {
              navigate('/people');
            }}
          >
            {say('people.title')}
          </BreadcrumbButton>
        </BreadcrumbItem>
        <BreadcrumbDivider />
        {person !== undefined && (
          <>
            <BreadcrumbItem>
              <BreadcrumbButton
                onClick={() => {
                  navigate(`/people/${person.pairId}`);
                }}
              >
                {person.name}
              </BreadcrumbButton>
            </BreadcrumbItem>
            <BreadcrumbDivider />
          </>
        )}
        <BreadcrumbItem>
          <BreadcrumbButton current>{here}</BreadcrumbButton>
        </BreadcrumbItem>
      </Breadcrumb>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {step !== null && (
          <ol className={styles.steps}>
            {steps.map((name, index) => (
              <li
                key={name}
                className={styles.step}
                {...(step === index + 1 ? { 'aria-current': 'step' as const } : {})}
              >
                <span className={mergeClasses(styles.number, step === index + 1 && styles.current)}>{index + 1}</span>
                <Body1>{name}</Body1>
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
