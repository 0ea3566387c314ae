import type { SourceView } from '#contract/policy.ts';
import type { LocalDate } from '#core/time-types.ts';
import { sayDate } from './dates.ts';
import { say } from './say.ts';

type Because = SourceView['because'][number];

function becauseWords(because: Because, today: LocalDate): string {
  switch (because.kind) {
    case 'grade':
      return say('rule.because.grade', { grade: because.grade });
    case 'contract':
      return say(`rule.because.${because.contract}`);
    case 'has-reports':
      return say(because.has ? 'rule.because.hasReports' : 'rule.because.noReports');
    case 'role':
      return say('rule.because.role', { role: say(`rule.role.${because.role}`) });
    case 'months-in-post-under':
      return say('rule.because.months', { months: because.months });
    case 'during':
      return say(`rule.because.${because.what}`, { day: sayDate(because.since, today) });
    case 'meeting-more-often':
      return say('rule.because.moreOften', { day: sayDate(because.since, today) });
  }
}

/** "From your organisation, because of grade M1": where a rule comes from and why it is this person's. */
export function sourceWords(source: SourceView, standardTitle: string | null, today: LocalDate): string {
  const from =
    source.from === 'unit' && standardTitle !== null
      ? say('rule.source.unit', { title: standardTitle })
      : say('rule.source.organisation');
  return [from, ...source.because.map((one) => becauseWords(one, today))].join(', ');
}
