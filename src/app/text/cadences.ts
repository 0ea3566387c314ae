import type { CadenceView } from '#contract/cadence.ts';
import { paceOf } from '#core/cadence/cadence-kind.ts';
import './say-later.ts';
import { askedInterval, sayInterval, shortInterval, spanOf } from './intervals.ts';
import { say } from './say.ts';

type Rolling = Extract<CadenceView, { kind: 'rolling' }>;

/** "4 to 6 weeks". */
function windowSpan({ from, to }: Extract<CadenceView, { kind: 'window' }>): string {
  const range = { from: 'weeks' in from ? from.weeks : from.months, to: 'weeks' in to ? to.weeks : to.months };
  if ('weeks' in from && 'weeks' in to) return say('cadence.weeksRange', range);
  if ('months' in from && 'months' in to) return say('cadence.monthsRange', range);
  return say('cadence.mixedRange', { from: spanOf(from), to: spanOf(to) });
}

function rolling({ count, months }: Rolling): string {
  return say('cadence.rolling', { count, months });
}

/** "every 2 weeks", "every 4 to 6 weeks", "4 times in any 12 months", "once a month on average", "once a term". */
export function sayCadence(cadence: CadenceView): string {
  switch (cadence.kind) {
    case 'interval':
      return sayInterval(cadence.every);
    case 'window':
      return say('cadence.every', { span: windowSpan(cadence) });
    case 'rolling':
      return cadence.evenly ? say('cadence.average', { every: sayInterval(paceOf(cadence)) }) : rolling(cadence);
    case 'term':
      return say('cadence.term');
  }
}

/** "Every 2 weeks", "Every 4 to 6 weeks", "4 times in any 12 months", "Monthly on average", "Once a term": on its own, in a row. */
export function shortCadence(cadence: CadenceView): string {
  switch (cadence.kind) {
    case 'interval':
      return shortInterval(cadence.every);
    case 'window':
      return say('cadence.everyShort', { span: windowSpan(cadence) });
    case 'rolling':
      return cadence.evenly ? say('cadence.average', { every: shortInterval(paceOf(cadence)) }) : rolling(cadence);
    case 'term':
      return say('cadence.termShort');
  }
}

/** "one every 2 weeks", "one every 4 to 6 weeks", "4 in any 12 months", "one a term": after "asks for". */
export function askedCadence(cadence: CadenceView): string {
  switch (cadence.kind) {
    case 'interval':
      return askedInterval(cadence.every);
    case 'window':
      return say('cadence.asked.every', { span: windowSpan(cadence) });
    case 'rolling':
      return cadence.evenly
        ? say('cadence.average', { every: askedInterval(paceOf(cadence)) })
        : say('cadence.asked.rolling', { count: cadence.count, months: cadence.months });
    case 'term':
      return say('cadence.asked.term');
  }
}

/** "2 weeks", "4 to 6 weeks", or what is asked in full where it is no stretch of time: beside the length of a gap. */
export function cadenceSpan(cadence: CadenceView): string {
  if (cadence.kind === 'interval') return spanOf(cadence.every);
  return cadence.kind === 'window' ? windowSpan(cadence) : askedCadence(cadence);
}
