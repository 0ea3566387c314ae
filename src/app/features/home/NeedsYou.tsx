import { Body1, Button, Caption1 } from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { ClipboardCheckmark20Regular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { Handshake20Regular } from '@fluentui/react-icons/svg/handshake';
import { NoteEdit20Regular } from '@fluentui/react-icons/svg/note-edit';
import { RecordStop20Regular } from '@fluentui/react-icons/svg/record-stop';
import { Signature20Regular } from '@fluentui/react-icons/svg/signature';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { localDateOf } from '#core/time.ts';
import type { LocalDate, Zone } from '#core/time-types.ts';
import { sayDate, sayDay, startWithMoment } from '../../text/dates.ts';
import { findingLine } from '../../text/findings.ts';
import { say } from '../../text/say.ts';
import { ClauseLink } from '../../ui/ClauseLink.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useToday } from '../../ui/use-today.ts';
import type { Need } from './needs.ts';
import { useNeedsYouStyles } from './NeedsYou.styles.ts';

interface NeedsYouProps {
  readonly needs: readonly Need[];
}

/** What waits for the reader, each with the one step that settles it. */
export function NeedsYou({ needs }: NeedsYouProps) {
  const styles = useNeedsYouStyles();
  const { today, zone } = useToday();
  const [, navigate] = useLocation();
  return (
    <Panel title={say('home.needsYou')} {...(needs.length === 0 ? {} : { count: needs.length })}>
      {needs.length === 0 && <Body1 className={styles.quiet}>{say('home.needsNothing')}</Body1>}
      <ul className={styles.list}>
        {needs.map((need) => {
          const { icon, title, detail, clause, button, label, to } = wordsOf(need, today, zone);
          return (
            <li key={keyOf(need)} className={styles.row}>
              <span className={styles.icon}>{icon}</span>
              <span className={styles.words}>
                <Body1 block>{title}</Body1>
                <Caption1 className={styles.quiet}>
                  {detail} {clause !== null && <ClauseLink clause={clause} />}
                </Caption1>
              </span>
              <Button
                size="small"
                aria-label={label}
                onClick={() => {
                  navigate(to);
                }}
              >
                {button}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function keyOf(need: Need): string {
  const meetingId = 'record' in need ? need.record.meetingId : (need.meeting?.id ?? '');
  return `${need.kind} ${need.pair.pairId} ${meetingId}`;
}

interface NeedWords {
  readonly icon: ReactElement;
  readonly title: string;
  readonly detail: string;
  readonly clause: string | null;
  readonly button: string;
  readonly label: string;
  readonly to: string;
}

function wordsOf(need: Need, today: LocalDate, zone: Zone): NeedWords {
  const name = need.pair.other.givenName;
  if (need.kind === 'how-you-meet') {
    const { agreement } = need.pair;
    return {
      icon: <Handshake20Regular />,
      title: say('home.needs.howYouMeet', { name }),
      detail: agreement === null ? '' : findingLine(agreement, today),
      clause: agreement?.clause ?? null,
      button: say('home.look'),
      label: say('home.howYouMeetWith', { name }),
      to: `/people/${need.pair.pairId}/agreement`,
    };
  }
  if (need.kind === 'sign') return signingWords(need, today, zone);
  if (need.kind === 'write-up' || need.kind === 'confirm') return writingWords(need, today, zone);
  if (need.meeting === null) {
    return {
      icon: <CalendarAdd20Regular />,
      title: need.kind === 'book-first' ? say('home.needs.bookFirst', { name }) : say('home.needs.book', { name }),
      detail: bookingDetail(need, today),
      clause: need.pair.cadence?.clause ?? null,
      button: say('home.schedule'),
      label: say('home.scheduleFor', { name }),
      to: `/people/${need.pair.pairId}/schedule`,
    };
  }
  const when = startWithMoment(need.meeting.start, zone, today);
  const to = `/meetings/${need.meeting.id}`;
  if (need.kind === 'close') {
    const words = { title: say('home.needs.close', { name }), detail: say('home.needs.closeWhen', { when }) };
    return {
      icon: <RecordStop20Regular />,
      ...words,
      clause: null,
      button: say('home.close'),
      label: say('home.closeFor', { name }),
      to,
    };
  }
  if (need.kind === 'agree') {
    const words = { title: say('home.needs.agree', { name }), detail: say('home.needs.agreeWhen', { when, name }) };
    return {
      icon: <ClipboardCheckmark20Regular />,
      ...words,
      clause: null,
      button: say('home.readRecord'),
      label: say('home.openAgendaWith', { name }),
      to,
    };
  }
  const label = say('home.prepareFor', { name });
  return {
    icon: <NoteEdit20Regular />,
    title: say('home.needs.prepare', { name }),
    detail: prepareDetail(need.pair, need.meeting.id, when, today),
    clause: null,
    button: say('home.prepare'),
    label,
    to,
  };
}

function prepareDetail({ next, shareBy }: Need['pair'], meetingId: string, when: string, today: LocalDate): string {
  if (shareBy === null || next?.id !== meetingId) return when;
  return say('home.needs.shareBy', { when, day: sayDay(shareBy, today) });
}

function signingWords(need: Extract<Need, { kind: 'sign' }>, today: LocalDate, zone: Zone): NeedWords {
  const { record, more } = need;
  const name = need.pair.other.givenName;
  const day = sayDate(localDateOf(record.start, zone), today);
  const until = sayDate(localDateOf(record.lapsesAt, zone), today);
  const when = record.reminded ? say('home.needs.signUntil', { until }) : say('home.needs.signWhenever');
  return {
    icon: <Signature20Regular />,
    title: more > 1 ? say('home.needs.signMore', { count: more }) : say('home.needs.sign', { day }),
    detail: more > 1 ? say('home.needs.signNext', { name, day }) : say('home.needs.signWith', { name, when }),
    clause: record.clause,
    button: say('home.sign'),
    label: say('home.signFor', { day, name }),
    to: `/meetings/${record.meetingId}`,
  };
}

function writingWords(need: Extract<Need, { kind: 'write-up' | 'confirm' }>, today: LocalDate, zone: Zone): NeedWords {
  const { kind, record, pair } = need;
  const name = pair.other.givenName;
  const day = sayDate(localDateOf(record.start, zone), today);
  const what = record.kind === 'one-to-one' ? 'home.needs.writeUp' : 'home.needs.writeUpOther';
  const words =
    kind === 'confirm'
      ? {
          title: say('home.needs.confirm', { day }),
          detail: say('home.needs.confirmWhy', { name }),
          button: say('home.confirm'),
          label: say('home.confirmFor', { day, name }),
        }
      : {
          title: say(what, { day }),
          detail: say('home.needs.writeUpWhy', { name }),
          button: say('home.writeUp'),
          label: say('home.writeUpFor', { day, name }),
        };
  const icon = kind === 'confirm' ? <Signature20Regular /> : <NoteEdit20Regular />;
  return { icon, ...words, clause: record.clause, to: `/meetings/${record.meetingId}` };
}

function bookingDetail(need: Need, today: LocalDate): string {
  const finding = need.pair.cadence;
  const dueOn = finding?.dueOn ?? null;
  if (dueOn === null) return say('home.needs.bookPlain');
  const day = sayDay(dueOn, today);
  return finding?.state === 'overdue' ? say('home.needs.bookOverdue', { day }) : say('home.needs.bookBy', { day });
}
