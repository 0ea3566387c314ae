/** A trouble that is switched on, as far as it is shown. */
export interface FaultView {
  readonly id: string;
  readonly name?: string;
  readonly method?: string;
  readonly path: string;
  readonly person?: string;
  readonly times: number | 'always';
  readonly skip: number;
  readonly probability: number;
  readonly seed: number;
  readonly moment: 'before' | 'after';
  readonly delayMs: number;
  readonly cut: boolean;
  readonly runs: number;
  readonly answer?: 'half' | 'malformed-json' | 'wrong-type' | 'twice' | 'html' | 'empty';
  readonly status?: number;
  readonly code?: string;
  readonly retryAfter?: number;
  readonly claims?: string;
  readonly oauth?: { readonly error: string; readonly suberror?: string };
  readonly copies?: number;
  readonly reorder?: number;
  readonly clientState?: string;
  readonly slowAnswerMs?: number;
  readonly hits: number;
  readonly seen: number;
  readonly strikes: readonly {
    readonly at: number;
    readonly method: string;
    readonly path: string;
    readonly personId: string | null;
  }[];
}

/** What a fault may be asked for with; everything else is left as it is meant. */
export type NewFault = Partial<Omit<FaultView, 'id' | 'hits' | 'seen' | 'strikes'>> & { readonly path: string };

/** A trouble in plain words, ready to be switched on. */
export interface PresetView {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly words: string;
}

const spoilt: Record<NonNullable<FaultView['answer']>, string> = {
  half: 'half the answer comes, then the connection drops',
  'malformed-json': 'the answer cannot be read',
  'wrong-type': 'the answer says it is plain text',
  twice: 'the answer comes twice',
  html: 'a proxy answers with its own page',
  empty: 'the answer is empty',
};

/** What a fault does, in a few words. */
export function faultWords(fault: FaultView): string {
  const does = [...notificationWords(fault), ...answerWords(fault)];
  const words = does.length === 0 ? ['does nothing'] : does;
  return fault.moment === 'after' ? `does it, then ${words.join(', ')}` : words.join(', ');
}

function answerWords(fault: FaultView): string[] {
  const words: string[] = [];
  if (fault.runs > 1) words.push(`does it ${String(fault.runs)} times`);
  if (fault.delayMs > 0) words.push(`waits ${secondsWords(fault.delayMs)}`);
  if (fault.cut) words.push('drops the connection');
  if (fault.answer !== undefined) words.push(spoilt[fault.answer]);
  if (fault.status !== undefined) words.push(`answers ${[fault.status, fault.code].filter(Boolean).join(' ')}`);
  if (fault.retryAfter !== undefined) words.push(`asks to wait ${String(fault.retryAfter)} s`);
  if (fault.claims !== undefined) words.push('asks for a new sign-in');
  if (fault.oauth !== undefined) words.push(`sign-in says ${fault.oauth.suberror ?? fault.oauth.error}`);
  return words;
}

function notificationWords(fault: FaultView): string[] {
  const words: string[] = [];
  if (fault.copies === 0) words.push('loses it');
  if (fault.copies !== undefined && fault.copies > 0) words.push(`sends it ${String(fault.copies)} times`);
  if (fault.reorder !== undefined) words.push(`gathers ${String(fault.reorder)} and shuffles them`);
  if (fault.clientState !== undefined) words.push('carries another secret');
  if (fault.slowAnswerMs !== undefined) words.push(`takes the answer for ${secondsWords(fault.slowAnswerMs)} late`);
  return words;
}

function secondsWords(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return minutes >= 2 ? `${String(Math.round(minutes))} min` : `${String(milliseconds / 1000)} s`;
}

/** How often a fault strikes, in words. */
export function timesWords({ times, skip, probability, seed }: FaultView): string {
  const often = times === 'always' ? 'until removed' : times === 1 ? 'once' : `${String(times)} times`;
  const chance = probability < 1 ? `, ${String(Math.round(probability * 100))} % by seed ${String(seed)}` : '';
  return `${often}${chance}${skip > 0 ? `, after ${String(skip)}` : ''}`;
}

/** The faults that were switched on together, as one trouble: they follow each other under one name, seed and person. */
export function troublesOf(faults: readonly FaultView[]): readonly (readonly [FaultView, ...FaultView[]])[] {
  const troubles: [FaultView, ...FaultView[]][] = [];
  for (const fault of faults) {
    const last = troubles.at(-1);
    const isSame =
      fault.name !== undefined &&
      last?.[0].name === fault.name &&
      last[0].person === fault.person &&
      last[0].seed === fault.seed &&
      !last.some((one) => one.path === fault.path && faultWords(one) === faultWords(fault));
    if (isSame) last.push(fault);
    else troubles.push([fault]);
  }
  return troubles;
}

/** A trouble of one's own, without where and to whom. */
export interface Rehearsal {
  readonly name: string;
  readonly fault: Omit<NewFault, 'path'>;
}

/** The troubles the form offers. */
export const rehearsals: readonly Rehearsal[] = [
  { name: 'Too many requests, wait 5 s (429)', fault: { status: 429, retryAfter: 5 } },
  { name: 'Not available (503)', fault: { status: 503 } },
  { name: 'Not allowed (403)', fault: { status: 403 } },
  { name: 'Not found (404)', fault: { status: 404 } },
  { name: 'Changed meanwhile (409)', fault: { status: 409 } },
  { name: 'Token too old (401)', fault: { status: 401 } },
  { name: 'Slow, 10 s', fault: { delayMs: 10_000 } },
  { name: 'Connection drops before anything happens', fault: { cut: true, moment: 'before' } },
  { name: 'Does it, then the connection drops', fault: { cut: true, moment: 'after' } },
  { name: 'Does it, then answers 504', fault: { status: 504, moment: 'after' } },
  { name: 'Half an answer, then the connection drops', fault: { answer: 'half' } },
  { name: 'An answer that cannot be read', fault: { answer: 'malformed-json' } },
  { name: 'A page of a proxy (502)', fault: { answer: 'html', status: 502 } },
  { name: 'Done twice', fault: { runs: 2 } },
];
