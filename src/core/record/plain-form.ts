import type { RecordFormRule } from '../policy/record-form.ts';

const everyKind: RecordFormRule['meetingKinds'] = [
  'one-to-one',
  'follow-up',
  'induction',
  'mid-point-review',
  'yearly-conversation',
  'performance-review',
];

/** The form of a record whose policy has none of its own for it: who, when, what was said, what was agreed. */
export const plainForm: RecordFormRule = {
  kind: 'record-form',
  id: 'plain',
  clause: '',
  meetingKinds: everyKind,
  title: 'Record of a meeting',
  look: 'list',
  head: [
    { id: 'supervisor', label: 'Between', source: 'supervisor-name', filledBy: 'both' },
    { id: 'employee', label: 'And', source: 'employee-name', filledBy: 'both' },
    { id: 'held-on', label: 'Date', source: 'meeting-date', filledBy: 'both' },
  ],
  sections: [
    {
      id: 'said',
      title: 'What was said',
      hint: null,
      holds: 'progress',
      topicIds: [],
      writtenBy: null,
      notApplicable: false,
      stage: null,
    },
    {
      id: 'actions',
      title: 'Agreed actions',
      hint: null,
      holds: 'actions',
      topicIds: [],
      writtenBy: null,
      notApplicable: false,
      stage: null,
    },
  ],
  foot: [{ id: 'next', label: 'Next meeting', source: 'next-meeting-date', filledBy: 'both' }],
  actionColumns: { what: 'Action', by: 'By when' },
};
