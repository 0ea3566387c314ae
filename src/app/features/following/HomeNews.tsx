import { useRoute } from '../../api/use-route.ts';
import { NewsList, type NewsListProps } from './NewsList.tsx';

/** What happened in Outlook in any of the reader's pairs and was not put aside yet. */
export function HomeNews({ onSchedule }: Required<Pick<NewsListProps, 'onSchedule'>>) {
  const answer = useRoute('homeNews');
  return (answer.data?.pairs ?? []).map((of) => (
    <NewsList key={of.pairId} of={of} news={of.news} onSchedule={onSchedule} isNamed />
  ));
}
