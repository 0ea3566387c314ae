import {
  Body1,
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  Button,
  Caption1,
  Title3,
} from '@fluentui/react-components';
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { PairLine } from '#contract/pairs.ts';
import { sayDate, sayMoment } from '../../text/dates.ts';
import { planDays, planRhythm, planTimes } from '../../text/intervals.ts';
import { say } from '../../text/say.ts';
import { PersonAvatar } from '../../ui/PersonLabel.tsx';
import { otherKindWords } from '../../ui/meeting-kind-words.ts';
import { joinUrlOf } from '../../ui/join-url.ts';
import { useToday } from '../../ui/use-today.ts';
import { NextMeetingButtons } from '../../ui/NextMeetingButtons.tsx';
import { usePersonHeadStyles } from './PersonHead.styles.ts';

const joinableMinutes = 30;

interface PersonHeadProps {
  readonly pair: PairLine;
  /** The menu of rarer steps. */
  readonly menu: ReactNode;
  /** The part shown has a next step of its own. */
  readonly isQuiet: boolean;
}

/** Who the page is about, when the two meet, and the next step. */
export function PersonHead({ pair, menu, isQuiet }: PersonHeadProps) {
  const styles = usePersonHeadStyles();
  const [, navigate] = useLocation();
  const { other, supervising } = pair;
  const part = supervising ? { to: '/people', words: say('people.title') } : { to: '/', words: say('people.home') };
  return (
    <>
      <Breadcrumb size="small" aria-label={say('people.nav')} className={styles.crumbs}>
        <BreadcrumbItem>
          <BreadcrumbButton
            onClick={() => {
              navigate(part.to);
            }}
          >
            {part.words}
          </BreadcrumbButton>
        </BreadcrumbItem>
        <BreadcrumbDivider />
        <BreadcrumbItem>
          <BreadcrumbButton current>{other.displayName}</BreadcrumbButton>
        </BreadcrumbItem>
      </Breadcrumb>
      <div className={styles.head}>
        <PersonAvatar person={other} size={56} />
        <div className={styles.name}>
          <Title3 as="h1" className={styles.title}>
            {other.displayName}
          </Title3>
          <Body1>{supervising ? other.jobTitle : say('home.yourManager')}</Body1>
        </div>
        <SeriesLines pair={pair} />
        <div className={styles.buttons}>
          <HeadButtons pair={pair} isQuiet={isQuiet} />
          {menu}
        </div>
      </div>
    </>
  );
}

function SeriesLines({ pair }: { readonly pair: PairLine }) {
  const styles = usePersonHeadStyles();
  const { today, zone } = useToday();
  const { series, next } = pair;
  if (series === null) return <Body1 className={styles.series}>{say('person.noSeries')}</Body1>;
  const until = sayDate(series.plan.untilDate, today);
  return (
    <div className={styles.series}>
      <Body1 block className={styles.rhythm}>
        <ArrowRepeatAll16Regular aria-hidden />
        {say('person.series', {
          rhythm: planRhythm(series.plan),
          days: planDays(series.plan),
          times: planTimes(series.plan),
        })}
      </Body1>
      <Caption1 className={styles.quiet}>
        {next === null
          ? say('person.seriesNone', { until })
          : say('person.seriesNext', {
              next: [otherKindWords(next), sayMoment(next.start, zone, today)].filter(Boolean).join(', '),
              until,
            })}
      </Caption1>
    </div>
  );
}

function HeadButtons({ pair, isQuiet }: Pick<PersonHeadProps, 'pair' | 'isQuiet'>) {
  const [, navigate] = useLocation();
  const { next, series, supervising, pairId } = pair;
  if (next === null) {
    if (series !== null || !supervising) return null;
    return (
      <Button
        appearance={isQuiet ? 'secondary' : 'primary'}
        icon={<CalendarAdd20Regular />}
        onClick={() => {
          navigate(`/people/${pairId}/schedule`);
        }}
      >
        {say('home.schedule')}
      </Button>
    );
  }
  return (
    <NextMeetingButtons
      meeting={next}
      joinUrl={joinUrlOf(pair, next)}
      joinableMinutes={joinableMinutes}
      isQuiet={isQuiet}
    />
  );
}
