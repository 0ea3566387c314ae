import type { LocalDate } from '../time-types.ts';
import { readDuePhrase } from './due-phrase.ts';
import type { TextSpan } from './due-phrase.ts';
import { readOwnerPhrase } from './owner-phrase.ts';
import type { Namesake } from './owner-phrase.ts';

/** What the reading of a line needs to know. */
export interface CaptureContext {
  readonly today: LocalDate;
  readonly people: readonly Namesake[];
  readonly authorId: string;
}

/** A typed line understood as an action. The matches point into the line as typed, to be shown before anything is saved. */
export interface Capture {
  readonly text: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate | null;
  readonly ownerMatch: TextSpan | null;
  readonly dueMatch: TextSpan | null;
}

// "Prepare the slides for Friday" must not become "Prepare the slides for".
const danglesAfter = /(?:^|\s)(?:for|of|to|at|with|from|and|or|the|a|an|in|about|than|on)\s*$/iu;

/** The rest of a line once words at its start or end are taken out; the whole line where they stand in the middle. */
function without(line: string, { start, end }: TextSpan): TextSpan {
  const before = line.slice(0, start);
  if (/^[\s.,;!]*$/.test(line.slice(end)) && !danglesAfter.test(before)) {
    return { start: 0, end: before.replace(/[\s,;:–-]+$/u, '').length };
  }
  if (/^\W*$/u.test(before))
    return { start: end + (/^[\s,:;–-]*/u.exec(line.slice(end))?.[0].length ?? 0), end: line.length };
  return { start: 0, end: line.length };
}

function tidy(text: string, begunAnew: boolean): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return begunAnew ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed;
}

/** Reads a line as people type it, "Tomasz to send the rota by Friday", into what, who and by when. Nobody named: whoever wrote it. No day named: none. The words never become nothing. */
export function readCapture(line: string, { today, people, authorId }: CaptureContext): Capture {
  const due = readDuePhrase(line, today);
  const rest = due === null ? { start: 0, end: line.length } : without(line, due.matched);
  const doing = line.slice(rest.start, rest.end);
  const owner = readOwnerPhrase(doing, people, authorId);
  // Words in brackets at the end only say who; a name in mid-sentence belongs to it.
  const kept =
    owner !== null && owner.matched.end === doing.length
      ? doing.slice(0, owner.matched.start)
      : doing.slice(owner?.doingFrom ?? 0);
  const text = tidy(kept, rest.start > 0 || (owner?.doingFrom ?? 0) > 0);
  const shift = ({ start, end }: TextSpan): TextSpan => ({ start: start + rest.start, end: end + rest.start });
  return {
    text: text === '' ? line.trim() : text,
    ownerId: owner?.ownerId ?? authorId,
    dueOn: due?.dueOn ?? null,
    ownerMatch: owner === null ? null : shift(owner.matched),
    dueMatch: due?.matched ?? null,
  };
}
