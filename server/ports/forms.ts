import type { Duty } from '#core/duties/duty.ts';
import type { FieldValue } from '#core/record/filled-form.ts';
import type { Point, PointMark } from '#core/record/point.ts';
import type { WriteUp } from '#core/record/write-up.ts';
import type { Instant } from '#core/time-types.ts';

/** What to look for among the points of a pair. Null: anything. */
export interface PointSearch {
  readonly pairId: string;
  readonly mark: PointMark | null;
  /** Each must occur, in any case. */
  readonly words: readonly string[];
  /** Of meetings that began then or later. */
  readonly from: Instant | null;
  readonly before: Instant | null;
  /** Goes on after this point. */
  readonly afterId: string | null;
  readonly most: number;
}

/** A point with where it was said. */
export interface FoundPoint extends Pick<Point, 'id' | 'meetingId' | 'authorId' | 'text' | 'mark'> {
  /** When the meeting began. */
  readonly start: Instant;
  /** The agenda item it was about; null: none, or it is gone. */
  readonly itemTitle: string | null;
}

/** What somebody filled into a line of the form (FORM-4 to FORM-6). */
export interface FormValue {
  readonly meetingId: string;
  readonly fieldId: string;
  readonly value: FieldValue;
  readonly by: string;
  readonly at: Instant;
}

/** That a heading does not apply, as one of the two said (FORM-6). */
export interface NotApplicable {
  readonly meetingId: string;
  readonly sectionId: string;
  readonly by: string;
  readonly at: Instant;
}

/** What forms hold beside points and actions, found only by the pair's two. */
export interface Forms {
  valuesOf(meetingIds: readonly string[]): Promise<readonly FormValue[]>;
  saveValue(value: FormValue, pairId: string): Promise<void>;
  removeValue(meetingId: string, fieldId: string): Promise<void>;
  notApplicableOf(meetingIds: readonly string[]): Promise<readonly NotApplicable[]>;
  saveNotApplicable(mark: NotApplicable, pairId: string): Promise<void>;
  removeNotApplicable(meetingId: string, sectionId: string): Promise<void>;
  writeUpOf(meetingId: string): Promise<WriteUp | null>;
  /** In no order; meetings without one are left out. */
  writeUpsOf(meetingIds: readonly string[]): Promise<readonly WriteUp[]>;
  /** A known one keeps the duties it was made with. */
  saveWriteUp(writeUp: WriteUp, pairId: string): Promise<void>;
}

/** Duties go with the person: found by them, and by whoever supervises them now (FORM-10). */
export interface Duties {
  find(dutyId: string): Promise<Duty | null>;
  /** Ended ones included, by title. */
  ofPerson(personId: string): Promise<readonly Duty[]>;
  save(duty: Duty): Promise<void>;
}
