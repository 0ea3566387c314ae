export const cadenceText = {
  'cadence.every': 'every {span}',
  'cadence.everyShort': 'Every {span}',
  'cadence.weeksRange': '{from} to {to} weeks',
  'cadence.monthsRange': '{from} to {to} months',
  'cadence.mixedRange': '{from} to {to}',
  'cadence.rolling': '{count, plural, =1 {once} other {# times}} in any {months} months',
  'cadence.average': '{every} on average',
  'cadence.term': 'once a term',
  'cadence.termShort': 'Once a term',
  'cadence.asked.every': 'one every {span}',
  'cadence.asked.rolling': '{count, plural, =1 {one} other {#}} in any {months} months',
  'cadence.asked.term': 'one a term',
} as const;
