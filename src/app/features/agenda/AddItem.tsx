import { Suspense, lazy } from 'react';
import type { MeetingResponse } from '#contract/meetings.ts';
import { say } from '../../text/say.ts';
import { useItemKinds } from './use-item-kinds.ts';
import { useAgenda, type ItemWords } from './use-agenda.ts';

const AgendaItemForm = lazy(async () => ({ default: (await import('./AgendaItemForm.tsx')).AgendaItemForm }));

interface AddItemProps {
  readonly view: MeetingResponse;
  /** Title, minutes and urgency alone. */
  readonly brief?: boolean;
  readonly onDone: () => void;
}

const newWords: ItemWords = { title: '', note: null, topicId: null, urgency: 'normal', minutes: 5 };

/** A new item for the joint agenda. */
export function AddItem({ view, brief = false, onDone }: AddItemProps) {
  const changes = useAgenda(view);
  const kinds = useItemKinds(view.meeting.pairId);
  return (
    <Suspense fallback={null}>
      <AgendaItemForm
        draftKey={`item ${view.meeting.id}`}
        initial={newWords}
        topics={view.coverage.topics}
        kinds={kinds}
        brief={brief}
        submitLabel={say('agenda.add')}
        onSubmit={(words) => {
          changes.addItem(words);
          onDone();
        }}
        onCancel={onDone}
      />
    </Suspense>
  );
}
