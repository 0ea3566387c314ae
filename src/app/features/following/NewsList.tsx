import { useState } from 'react';
import type { NewsView, OutlookNewsResponse } from '#contract/following.ts';
import { useChange } from '../../api/use-change.ts';
import { bearsOnCadence, cadenceNow, newsWords } from '../../text/news.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Notice, type NoticeAction } from '../../ui/Notice.tsx';
import { useFocusWhenLost } from '../../ui/use-focus-when-lost.ts';
import { useToday } from '../../ui/use-today.ts';
import { useNewsListStyles } from './NewsList.styles.ts';

/** Something that happened in Outlook, and in which pair. */
export interface PairNews {
  readonly of: OutlookNewsResponse;
  readonly news: NewsView;
}

export interface NewsListProps {
  /** In the order they are to be shown. */
  readonly all: readonly PairNews[];
  /** Leads to where a series is set up, or moved as a whole; left out where that is not. */
  readonly onSchedule?: ((pairId: string, how: 'schedule' | 'change') => void) | undefined;
  /** Leads to the page of a meeting; left out where the reader is on it. */
  readonly onMeeting?: ((meetingId: string) => void) | undefined;
  /** Names whom it is about, where pages show more than one pair. */
  readonly isNamed?: boolean;
}

/** So much is shown at once; the rest on one press. */
const shownAtOnce = 3;

/** After these the meeting may want another time, which is found on its page. */
const asksForMeeting: ReadonlySet<NewsView['kind']> = new Set<NewsView['kind']>([
  'declined',
  'tentative',
  'both-changed',
]);

/** What happened in Outlook: what it means, and what can be done about it. */
export function NewsList({ all, ...line }: NewsListProps) {
  const styles = useNewsListStyles();
  const [isWhole, showWhole] = useState(false);
  // What was put aside takes its button along.
  const list = useFocusWhenLost<HTMLUListElement>(all.map(({ news }) => news.id).join(' '), 'later');
  if (all.length === 0) return null;
  const shown = isWhole ? all : all.slice(0, shownAtOnce);
  const hidden = all.length - shownAtOnce;
  const onCadence = shown.filter(({ news }) => bearsOnCadence(news));
  return (
    <ul ref={list} tabIndex={-1} className={styles.list} aria-label={say('news.title')}>
      {shown.map(({ of, news }) => (
        <li key={news.id}>
          <NewsLine
            of={of}
            news={news}
            saysCadence={onCadence.find((one) => one.of.pairId === of.pairId)?.news.id === news.id}
            {...line}
          />
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <MoreButton hidden={hidden} isWhole={isWhole} onChange={showWhole} />
        </li>
      )}
    </ul>
  );
}

interface NewsLineProps extends PairNews, Omit<NewsListProps, 'all'> {
  /** How the two stand now is said once for each pair, not with every line. */
  readonly saysCadence: boolean;
}

function NewsLine({ of, news, saysCadence, isNamed, ...leads }: NewsLineProps) {
  const { today, zone } = useToday();
  const steps = useSteps(of, news, leads);
  const { cadence, other, supervising } = of;
  if (steps.error !== null) return <ErrorNotice error={steps.error} onRetry={steps.reset} />;
  const needsThought = news.kind === 'declined' || news.kind === 'series-gone' || news.kind === 'mailbox-gone';
  return (
    <Notice
      intent={needsThought ? 'warning' : 'info'}
      title={isNamed === true && news.by !== 'other' ? say('news.with', { name: other.givenName }) : undefined}
      actions={steps.actions}
    >
      {newsWords(news, { other, supervising, zone, today })}
      {news.shortNotice !== null && (
        <>
          {' '}
          {say('news.shortNotice', { days: news.shortNotice.days })} <ClauseLink clause={news.shortNotice.clause} />.
        </>
      )}
      {saysCadence && cadence !== null && cadence.state !== 'not-applicable' && (
        <>
          {' '}
          {cadenceNow(cadence, news, today)} <ClauseLink clause={cadence.clause} />.
        </>
      )}
    </Notice>
  );
}

/** What the reader can do about one piece of news. */
function useSteps(of: OutlookNewsResponse, news: NewsView, leads: Pick<NewsListProps, 'onSchedule' | 'onMeeting'>) {
  const { onSchedule, onMeeting } = leads;
  const params = { pairId: of.pairId };
  const see = useChange('seeNews');
  const take = useChange('takeProposal');
  const adopt = useChange('adoptSeries');
  const error = take.error ?? adopt.error ?? see.error;
  const seen = (words: string): NoticeAction => ({
    words,
    isBusy: see.isPending,
    onPress: () => {
      see.mutate({ params, request: { newsIds: [news.id] } });
    },
  });
  const reset = () => {
    for (const change of [see, take, adopt]) change.reset();
  };
  const request = { newsId: news.id };
  const steps: Record<NonNullable<NewsView['step']>, NoticeAction> = {
    take: {
      words: say('news.take'),
      isBusy: take.isPending,
      onPress: () => {
        take.mutate({ params, request });
      },
    },
    adopt: {
      words: say('news.adopt'),
      isBusy: adopt.isPending,
      onPress: () => {
        adopt.mutate({ params, request });
      },
    },
    schedule: {
      words: say('news.schedule'),
      onPress: () => {
        onSchedule?.(of.pairId, 'schedule');
      },
    },
    retime: {
      words: say('news.retime'),
      onPress: () => {
        onSchedule?.(of.pairId, 'change');
      },
    },
  };
  const leadsAway = news.step === 'schedule' || news.step === 'retime';
  const isOffered = !leadsAway || onSchedule !== undefined;
  const first = news.step !== null && isOffered ? [steps[news.step]] : [];
  const { meeting } = news;
  const look = { words: say('news.open'), onPress: () => onMeeting?.(meeting?.id ?? '') };
  const other = onMeeting !== undefined && meeting !== null && asksForMeeting.has(news.kind) ? [look] : [];
  const last = news.seen ? [] : [seen(say(news.step === 'take' ? 'news.keep' : 'news.seen'))];
  return { error, reset, actions: [...first, ...other, ...last] };
}
