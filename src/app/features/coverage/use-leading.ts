import { useKeptDraft } from '../../api/kept-drafts.ts';

/** Topics taken to the next agenda from this screen, so that nobody takes one twice. */
export function useLeading(meetingId: string): [topicIds: ReadonlySet<string>, lead: (topicId: string) => void] {
  const [kept, keep] = useKeptDraft(`leads ${meetingId}`);
  const topicIds = new Set(kept.split(' ').filter((one) => one !== ''));
  return [
    topicIds,
    (topicId) => {
      keep([...topicIds, topicId].join(' '));
    },
  ];
}
