import { useState } from 'react';
import type { NewsView, OutlookNewsResponse } from '#contract/following.ts';
import { useChange } from '../../api/use-change.ts';
import { bearsOnCadence, cadenceNow, newsWords } from '../../text/news.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { Notice, type NoticeAction } from '../../ui/Notice.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useNewsListStyles } from './NewsList.styles.ts';

export interface NewsListProps {
  readonly of: OutlookNewsResponse;
  readonly news: readonly NewsView[];
  /** Leads to where a series is set up, or moved as a whole; left out where that is not. */
  readonly onSchedule?: ((pairId: string, how: 'schedule' | 'change') => void) | undefined;
  /** Names whom it is about, where pages show more than one pair. */
  readonly isNamed?: boolean;
}

/** So much is shown at once; the rest on one press. */
const shownAtOnce = 3;

/** What happened in Outlook, newest first: what it means, and what can be done about it. */
export function NewsList({ of, news, onSchedule, isNamed = false }: NewsListProps) {
  const styles = useNewsListStyles();
  const [isWhole, showWhole] = useState(false);
  const shown = isWhole ? news : news.slice(0, shownAtOnce);
  if (news.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={say('news.title')}>
      {shown.map((one) => (
        <li key={one.id}>
          <NewsLine of={of} news={one} onSchedule={onSchedule} isNamed={isNamed} />
        </li>
      ))}
      <li>
        <MoreButton hidden={news.length - shownAtOnce} isWhole={isWhole} onChange={showWhole} />
      </li>
    </ul>
  );
}

type NewsLineProps = Omit<NewsListProps, 'news'> & { readonly news: NewsView };

function NewsLine({ of, news, onSchedule, isNamed }: NewsLineProps) {
  const { today, zone } = useToday();
  const steps = useSteps(of, news, onSchedule);
  const { cadence, other, supervising } = of;
  if (steps.error !== null) return <ErrorNotice error={steps.error} onRetry={steps.reset} />;
  const needsThought = news.kind === 'declined' || news.kind === 'series-gone' || news.kind === 'mailbox-gone';
  return (
    <Notice
      intent={needsThought ? 'warning' : 'info'}
      title={isNamed === true && news.by !== 'other' ? other.displayName : undefined}
      actions={steps.actions}
    >
      {newsWords(news, { other, supervising, zone, today })}
      {news.shortNotice !== null && (
        <>
          {' '}
          {say('news.shortNotice', { days: news.shortNotice.days })} <ClauseLink clause={news.shortNotice.clause} />.
        </>
      )}
      {bearsOnCadence(news) && cadence !== null && cadence.state !== 'not-applicable' && (
        <>
          {' '}
          {cadenceNow(cadence)} <ClauseLink clause={cadence.clause} />.
        </>
      )}
    </Notice>
  );
}

/** What the reader can do about one piece of news. */
function useSteps(of: OutlookNewsResponse, news: NewsView, onSchedule: NewsListProps['onSchedule']) {
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
  const last = news.seen ? [] : [seen(say(news.step === 'take' ? 'news.keep' : 'news.seen'))];
  return { error, reset, actions: [...first, ...last] };
}
