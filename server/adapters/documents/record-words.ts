import type { ActionState } from '#core/actions/action.ts';
import type { Party } from '#core/people/pair.ts';
import type { Stage } from '#core/policy/record-form.ts';
import type { PointMark } from '#core/record/point.ts';

const marks: Record<PointMark, string> = {
  praise: 'praise',
  feedback: 'feedback',
  support: 'support given',
  development: 'development',
  concern: 'concern',
  decision: 'decision',
};

const states: Record<ActionState, string> = { open: 'still open', done: 'done', dropped: 'let go' };

const stageNames: Record<Stage, string> = {
  preparation: 'Preparation',
  conversation: 'Conversation',
  agreement: 'Agreement',
};

const signatures: Record<Party, string> = { supervisor: 'Manager’s signature', employee: 'Employee’s signature' };

/** Everything a printed record says beside its form and what the two wrote. */
export const recordWords = {
  title: (form: string, on: string): string => `${form}, ${on}`,
  fileName: (on: string, ending: string): string => `Record ${on}.${ending}`,
  days: (days: number): string => (days === 1 ? '1 day' : `${String(days)} days`),
  notApplicable: 'Not applicable',
  noDate: 'No date',
  validUntil: (on: string): string => `valid until ${on}`,
  said: (name: string, mark: PointMark | null): string => (mark === null ? name : `${name}, ${marks[mark]}`),
  brought: (name: string, due: string | null, state: ActionState): string =>
    `${name}${due === null ? '' : `, by ${due}`}: ${states[state]}`,
  stage: (number: number, stage: Stage): string => `${String(number)}. ${stageNames[stage]}`,
  threeStages: 'Preparation, conversation, agreement. Nothing has to be filled in for its own sake.',
  signature: (party: Party): string => signatures[party],
  signed: (name: string): string => `${name}, signed in Duologue`,
  date: 'Date',
  view: (name: string): string => `How ${name} sees it`,
  addedLater: 'Added later',
  added: (name: string, at: string): string => `${name}, ${at}`,
  kept: (policy: string, version: string, closedAt: string | null): string =>
    `${policy}, version ${version}. ${closedAt === null ? 'Not closed yet.' : `Closed ${closedAt}.`}`,
  fingerprint: (hash: string): string =>
    `Fingerprint of what was signed (SHA-256): ${hash}. Duologue works it out again under “Check this record”.`,
  otherLetters: 'Some letters or symbols cannot be shown in this document. The record in Duologue has them all.',
  page: (number: number, of: number): string => `Page ${String(number)} of ${String(of)}`,
};
