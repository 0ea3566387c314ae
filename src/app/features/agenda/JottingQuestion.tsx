import { ruleOf } from '#core/policy/rule-of.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { useJottingListStyles } from './JottingList.styles.ts';

interface JottingQuestionProps {
  readonly pairId: string;
  readonly promptId: string;
}

/** The question of the policy a jotting answers. */
export function JottingQuestion({ pairId, promptId }: JottingQuestionProps) {
  const styles = useJottingListStyles();
  const rule = ruleOf(usePairRules(pairId), 'preparation');
  const title = rule?.prompts.find(({ id }) => id === promptId)?.title;
  return title === undefined ? null : <span className={styles.question}>{title}</span>;
}
