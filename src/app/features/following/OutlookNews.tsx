import { useRoute } from '../../api/use-route.ts';
import { freshWords } from '../../text/news.ts';
import { useToday } from '../../ui/use-today.ts';
import { NewsList, type NewsListProps } from './NewsList.tsx';
import { useNewsListStyles } from './NewsList.styles.ts';

interface OutlookNewsProps extends Pick<NewsListProps, 'onSchedule' | 'onMeeting'> {
  readonly pairId: string;
  /** One meeting's alone, and what is about the series; left out: all there is. */
  readonly meetingId?: string;
}

/** What happened in Outlook to a pair's meetings that the reader has not put aside, and how fresh that is. */
export function OutlookNews({ pairId, meetingId, ...leads }: OutlookNewsProps) {
  const styles = useNewsListStyles();
  const { today, zone } = useToday();
  const answer = useRoute('outlookNews', { params: { pairId } });
  if (answer.data === undefined) return null;
  const of = answer.data;
  const all = of.news
    .filter((one) => !one.seen && (meetingId === undefined || one.meeting === null || one.meeting.id === meetingId))
    .map((news) => ({ of, news }));
  return (
    <>
      <NewsList all={all} {...leads} />
      {of.isBehind && <p className={styles.quiet}>{freshWords(of, zone, today)}</p>}
    </>
  );
}
