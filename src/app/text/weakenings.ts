import type { Weakening } from '#core/policy/weakening.ts';

/** How a unit's standard would ask for less than the policy. */
export const weakeningWords: Readonly<Record<Weakening, string>> = {
  'another-kind': 'It puts a rule of another kind in its place.',
  'covers-fewer': 'It would be for fewer people.',
  'meets-less-often': 'People would be asked to meet less often.',
  'first-meeting-later': 'The first meeting could be later.',
  'counts-more': 'More kinds of meeting would count.',
  'asked-later': 'The meeting would be asked for later, or not at all.',
  'no-longer-apart': 'It would no longer be kept apart from one-to-ones.',
  'something-dropped': 'Something the policy asks for would be left out.',
  'more-reasons': 'There would be more reasons to meet less often.',
  'asks-less': 'Something that is asked for would no longer be.',
  'less-time': 'Less time would be kept free.',
  'someone-else-writes': 'Somebody else would write or confirm the record.',
  'reminded-later': 'The reminder would come later.',
  'lapses-sooner': 'An unsigned record would lapse sooner.',
  'leave-less-watched': 'Leave that builds up would be seen later.',
  'kept-otherwise': 'Records would be kept otherwise.',
  'more-readers': 'More people could read records.',
  'more-exceptions': 'There would be more reasons for others to read records.',
  'monitored-less': 'It would be looked at less often, or by nobody.',
  'more-supervisors': 'More people could hold one-to-ones.',
  'outcome-changed': 'What the yearly conversation leads to would be another.',
  'appeal-narrowed': 'The right to appeal would be narrower.',
};
