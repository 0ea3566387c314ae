import { Caption1 } from '@fluentui/react-components';
import type { PersonView } from '#contract/people.ts';
import type { LocalDate } from '#core/time-types.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import { sourceWords } from '../../text/rule-sources.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { useToday } from '../../ui/use-today.ts';
import { NotCovered } from './NotCovered.tsx';
import { usePairRulesStyles } from './PairRules.styles.ts';
import { RuleGroups } from './RuleGroups.tsx';

interface PairRulesProps {
  readonly pairId: string;
  /** Who the policy asks it of; null: the reader. */
  readonly employee: Pick<PersonView, 'givenName'> | null;
  /** Null: today. */
  readonly on: LocalDate | null;
}

/** Every rule in force for a pair on a day, in words, with where each comes from. */
export function PairRules({ pairId, employee, on }: PairRulesProps) {
  const styles = usePairRulesStyles();
  const { today } = useToday();
  const policy = useRoute('pairPolicy', {
    params: { pairId },
    staleTime: 600_000,
    ...(on === null ? {} : { request: { on } }),
  });
  const { data } = policy;
  return (
    <section className={styles.page} aria-label={say('rule.every')}>
      {data !== undefined && <Caption1 className={styles.quiet}>{headOf(data)}</Caption1>}
      {policy.isPending && <PageSkeleton />}
      {policy.error !== null && (
        <ErrorNotice
          error={policy.error}
          onRetry={() => {
            void policy.refetch();
          }}
        />
      )}
      {data !== undefined && (
        <>
          {data.pastReview && data.reviewOn !== null && (
            <Notice intent="info">{say('policy.pastReview', { day: sayDate(data.reviewOn, today) })}</Notice>
          )}
          {!data.covered && <NotCovered name={employee?.givenName ?? null} group={data.group} />}
          <RuleGroups
            rules={data.rules}
            context={{
              clauses: data.clauses,
              groupName: (id) => data.groups.find((group) => group.id === id)?.title ?? id,
            }}
            sourceOf={(ruleId) => {
              const source = data.sources[ruleId];
              return source === undefined ? '' : sourceWords(source, data.standard?.title ?? null, today);
            }}
          />
        </>
      )}
    </section>
  );
}

type Policy = NonNullable<ReturnType<typeof useRoute<'pairPolicy'>>['data']>;

function headOf({ title, version, standard }: Policy): string {
  const head = say('policy.headLine', { title, version });
  return standard === null ? head : `${head}. ${say('rule.standardIn', standard)}`;
}
