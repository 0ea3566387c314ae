/** In what way a rule of a unit would ask for less than the organisation's (OD3a-3). */
export const weakenings = [
  'another-kind',
  'covers-fewer',
  'meets-less-often',
  'first-meeting-later',
  'counts-more',
  'asked-later',
  'no-longer-apart',
  'something-dropped',
  'more-reasons',
  'asks-less',
  'less-time',
  'someone-else-writes',
  'reminded-later',
  'lapses-sooner',
  'leave-less-watched',
  'kept-otherwise',
  'more-readers',
  'more-exceptions',
  'monitored-less',
  'more-supervisors',
  'outcome-changed',
  'appeal-narrowed',
] as const;
export type Weakening = (typeof weakenings)[number];

/** The weakenings of which it is true. */
export function weakeningsIn(checks: Readonly<Partial<Record<Weakening, boolean>>>): Weakening[] {
  return weakenings.filter((one) => checks[one] === true);
}
