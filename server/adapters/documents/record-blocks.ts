import type { Action } from '#core/actions/action.ts';
import type { Stage } from '#core/policy/record-form.ts';
import { stages } from '#core/policy/record-form.ts';
import type { FieldValue, FilledField, FilledSection } from '#core/record/filled-form.ts';
import { localDateOf, localTimeOf } from '#core/time.ts';
import type { Instant, Zone } from '#core/time-types.ts';
import type { RecordForPaper, SignatureForPaper } from '#server/ports/documents.ts';
import { fullDay } from './dates.ts';
import { recordWords } from './record-words.ts';

/** Something written down, and what stands small beside it: who said it, who does it by when. */
export interface Entry {
  readonly text: string;
  readonly beside: string | null;
}

/** A line to sign on, or the name and the time of whoever signed in Duologue. */
export interface SignatureLine {
  readonly label: string;
  readonly name: string | null;
  readonly on: string | null;
}

/** A part of the printed form, in the order it is read. How each is drawn is the writer's; what stands in it is decided here. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | {
      readonly kind: 'fields';
      readonly boxed: boolean;
      readonly fields: readonly { label: string; value: string | null }[];
    }
  | { readonly kind: 'stage'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | {
      readonly kind: 'entries';
      /** Boxed as on a form, on ruled lines, or plain. */
      readonly look: 'boxed' | 'ruled' | 'plain';
      readonly entries: readonly Entry[];
      /** Empty lines to write on by hand. */
      readonly emptyLines: number;
    }
  | {
      readonly kind: 'table';
      readonly head: readonly [what: string, by: string];
      readonly rows: readonly { readonly what: Entry; readonly by: string }[];
      readonly emptyRows: number;
    }
  | { readonly kind: 'signatures'; readonly boxed: boolean; readonly lines: readonly SignatureLine[] }
  | { readonly kind: 'note'; readonly text: string };

const fewestRows = { notes: 4, boxes: 5, stages: 3, list: 3 };
const linesToWriteOn = { notes: 4, boxes: 6, stages: 2, list: 2 };

function day(at: Instant, zone: Zone): string {
  return fullDay(localDateOf(at, zone));
}

function dayAndTime(at: Instant, zone: Zone): string {
  return `${day(at, zone)}, ${localTimeOf(at, zone)}`;
}

function valueText(value: FieldValue | null, zone: Zone): string | null {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'text':
      return value.text;
    case 'moment':
      return day(value.at, zone);
    case 'day':
      return fullDay(value.on);
    case 'days':
      return recordWords.days(value.days);
  }
}

function fieldsOf(fields: readonly FilledField[], record: RecordForPaper): { label: string; value: string | null }[] {
  return fields.map(({ label, value }) => ({ label, value: valueText(value, record.zone) }));
}

function nameOf(personId: string, record: RecordForPaper): string {
  return record.names[personId] ?? '';
}

function broughtAlong(action: Action, record: RecordForPaper): Entry {
  const due = action.dueOn === null ? null : fullDay(action.dueOn);
  return { text: action.text, beside: recordWords.brought(nameOf(action.ownerId, record), due, action.state) };
}

/** What stands under a heading beside the new actions, which have a table of their own. */
function entriesOf(section: FilledSection, record: RecordForPaper): Entry[] {
  const earlier = section.actions.filter(({ raisedInId }) => raisedInId !== record.meetingId);
  return [
    ...(section.notApplicable ? [{ text: recordWords.notApplicable, beside: null }] : []),
    ...section.duties.map(({ title, validUntil }) => ({
      text: title,
      beside: validUntil === null ? null : recordWords.validUntil(fullDay(validUntil)),
    })),
    ...earlier.map((action) => broughtAlong(action, record)),
    ...section.points.map(({ text, authorId, mark }) => ({
      text,
      beside: recordWords.said(nameOf(authorId, record), mark),
    })),
  ];
}

function sectionBlocks(section: FilledSection, record: RecordForPaper): Block[] {
  const { look, actionColumns } = record.form;
  const blocks: Block[] = [{ kind: 'heading', text: section.title, level: look === 'stages' ? 3 : 2 }];
  const entries = entriesOf(section, record);
  const agreed = section.actions.filter(({ raisedInId }) => raisedInId === record.meetingId);
  const hasTable = agreed.length > 0 || section.id === record.actionsUnder;
  if (entries.length > 0 || !hasTable) {
    // Once closed, what stands empty says so with one line.
    const toWriteOn = record.closedAt === null ? linesToWriteOn[look] : 1;
    const emptyLines = entries.length === 0 ? toWriteOn : 0;
    const entriesLook = look === 'boxes' ? 'boxed' : look === 'notes' ? 'ruled' : 'plain';
    blocks.push({ kind: 'entries', look: entriesLook, entries, emptyLines });
  }
  if (hasTable) {
    const rows = agreed.map((action) => ({
      what: { text: action.text, beside: nameOf(action.ownerId, record) },
      by: action.dueOn === null ? recordWords.noDate : fullDay(action.dueOn),
    }));
    const emptyRows = Math.max(0, (rows.length === 0 ? fewestRows[look] : 1) - rows.length);
    blocks.push({ kind: 'table', head: [actionColumns.what, actionColumns.by], rows, emptyRows });
  }
  return blocks;
}

function stageBlock(stage: Stage): Block {
  return { kind: 'stage', text: recordWords.stage(stages.indexOf(stage) + 1, stage) };
}

function allSections(record: RecordForPaper): Block[] {
  const blocks: Block[] = [];
  let stage: Stage | null = null;
  for (const section of record.form.sections) {
    if (section.stage !== null && section.stage !== stage) blocks.push(stageBlock(section.stage));
    stage = section.stage;
    blocks.push(...sectionBlocks(section, record));
  }
  return blocks;
}

function signatureLine({ party, name, at }: SignatureForPaper, zone: Zone): SignatureLine {
  return {
    label: recordWords.signature(party),
    name: at === null ? null : recordWords.signed(name),
    on: at === null ? null : dayAndTime(at, zone),
  };
}

function views(record: RecordForPaper): Block[] {
  return record.signatures.flatMap(({ name, view }): Block[] =>
    view === null
      ? []
      : [
          { kind: 'heading', text: recordWords.view(name), level: 2 },
          { kind: 'entries', look: 'plain', entries: [{ text: view, beside: null }], emptyLines: 0 },
        ],
  );
}

function addedLater(record: RecordForPaper): Block[] {
  if (record.addenda.length === 0) return [];
  const entries = record.addenda.map(({ authorName, text, at }) => ({
    text,
    beside: recordWords.added(authorName, dayAndTime(at, record.zone)),
  }));
  return [
    { kind: 'heading', text: recordWords.addedLater, level: 2 },
    { kind: 'entries', look: 'plain', entries, emptyLines: 0 },
  ];
}

/** A record as parts of a printed form, in the look its policy asks for: lined notes, boxes, stages, or a list (OD3a-13, FORM-6, ESS-2). */
export function recordBlocks(record: RecordForPaper): Block[] {
  const { form, zone, policy } = record;
  const boxed = form.look === 'boxes';
  const foot: Block[] = form.foot.length === 0 ? [] : [{ kind: 'fields', boxed, fields: fieldsOf(form.foot, record) }];
  const lines = record.signatures.map((signature) => signatureLine(signature, zone));
  const signatures: Block[] = lines.length === 0 ? [] : [{ kind: 'signatures', boxed, lines }];
  return [
    { kind: 'title', text: form.title },
    ...(form.look === 'stages' ? [{ kind: 'lead', text: recordWords.threeStages } as const] : []),
    { kind: 'fields', boxed, fields: fieldsOf(form.head, record) },
    ...allSections(record),
    ...signatures,
    ...foot,
    ...views(record),
    ...addedLater(record),
    {
      kind: 'note',
      text: recordWords.kept(
        policy.title,
        policy.version,
        record.closedAt === null ? null : dayAndTime(record.closedAt, zone),
      ),
    },
    ...(record.fingerprint === null
      ? []
      : [{ kind: 'note', text: recordWords.fingerprint(record.fingerprint) } as const]),
  ];
}

/** What the document is called, and its file. */
export function recordTitle(record: RecordForPaper): string {
  return recordWords.title(record.form.title, fullDay(localDateOf(record.start, record.zone)));
}
