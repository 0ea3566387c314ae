import type { Party } from '../people/pair.ts';
import type { FormSection } from '../policy/record-form.ts';

/** What decides where a line of the record stands on the form. */
export interface Placed {
  /** Where it was put by hand; null: nowhere in particular. */
  readonly sectionId: string | null;
  /** Its own topic, or its agenda item's. */
  readonly topicId: string | null;
  readonly writtenBy: Party;
}

/** The heading a line stands under: where it was put, else where its topic belongs, else where its author writes, else the first that takes anything. Null: the form has no heading at all. */
export function sectionOf(sections: readonly FormSection[], { sectionId, topicId, writtenBy }: Placed): string | null {
  const byAuthor = (section: FormSection): boolean => section.writtenBy === null || section.writtenBy === writtenBy;
  const isAbout = (section: FormSection): boolean => topicId !== null && section.topicIds.includes(topicId);
  const takesPoints = sections.filter(({ holds }) => holds === 'points');
  // What is said in a meeting belongs to its preparation only where somebody puts it there.
  const takesAnything = takesPoints.filter((section) => section.writtenBy === null && section.topicIds.length === 0);
  const found =
    sections.find(({ id }) => id === sectionId) ??
    sections.find((section) => isAbout(section) && byAuthor(section)) ??
    sections.find(isAbout) ??
    takesPoints.find((section) => section.writtenBy === writtenBy && section.topicIds.length === 0) ??
    takesAnything.find(({ stage }) => stage !== 'preparation') ??
    takesAnything[0] ??
    // Nothing said is ever left off the form.
    takesPoints.find(byAuthor) ??
    takesPoints[0] ??
    sections[0];
  return found?.id ?? null;
}
