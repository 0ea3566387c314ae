import { useRoute } from '../../api/use-route.ts';
import { NewsList, type NewsListProps, type PairNews } from './NewsList.tsx';

/** What happened in Outlook in any of the reader's pairs and was not put aside yet. */
export function HomeNews(leads: Required<Pick<NewsListProps, 'onSchedule' | 'onMeeting'>>) {
  const answer = useRoute('homeNews');
  if (answer.data === undefined) return null;
  const all = answer.data.pairs.flatMap((of) => of.news.map((news) => ({ of, news })));
  return <NewsList all={all.toSorted(byWhatIsWanted)} isNamed {...leads} />;
}

/** What the reader can do something about comes first, and among those the newest. */
function byWhatIsWanted({ news: one }: PairNews, { news: other }: PairNews): number {
  const first = Number(other.step !== null) - Number(one.step !== null);
  return first === 0 ? other.at.localeCompare(one.at) : first;
}
