import { Link } from '@fluentui/react-components';
import type { MeetingResponse } from '#contract/meetings.ts';
import { ruleOf } from '#core/policy/rule-of.ts';
import { localDateOf } from '#core/time.ts';
import { useRoute } from '../../api/use-route.ts';
import { sayDate } from '../../text/dates.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { usePairRules } from '../../ui/use-pair-rules.ts';
import { usePrepareWithStyles } from './PrepareWith.styles.ts';

interface PrepareWithProps {
  readonly view: MeetingResponse;
}

/** What each looks at while preparing: the organisation's behaviours, what is worked towards, the measures, and what was kept last time (ESS-3). */
export function PrepareWith({ view }: PrepareWithProps) {
  const rules = usePairRules(view.meeting.pairId);
  const shows = ruleOf(rules, 'preparation')?.shows ?? [];
  const behaviours = ruleOf(rules, 'behaviours');
  return (
    <>
      {shows.includes('last-meeting') && view.lastMeeting !== null && (
        <LastMeeting view={view} meetingId={view.lastMeeting.id} start={view.lastMeeting.start} />
      )}
      {shows.includes('objectives') && <Objectives view={view} />}
      {shows.includes('measures') && <Measures view={view} />}
      {shows.includes('behaviours') && behaviours !== null && (
        <Part title={behaviours.title}>
          {behaviours.behaviours.map(({ id, title, words }) => (
            <Line key={id} detail={words}>
              {title}
            </Line>
          ))}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = usePrepareWithStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}

function Line({ children, detail = null }: { readonly children: React.ReactNode; readonly detail?: string | null }) {
  const styles = usePrepareWithStyles();
  return (
    <li className={styles.line}>
      {children}
      {detail !== null && detail !== '' && <span className={styles.quiet}>{detail}</span>}
    </li>
  );
}

function LastMeeting({
  view,
  meetingId,
  start,
}: PrepareWithProps & { readonly meetingId: string; readonly start: string }) {
  const styles = usePrepareWithStyles();
  const last = useRoute('meeting', { params: { meetingId } }).data;
  const today = localDateOf(view.now, view.zone);
  const open = view.lastActions.filter(({ state }) => state === 'open').length;
  const points = last?.points.slice(-lastPoints) ?? [];
  return (
    <Part title={say('prepareWith.last', { day: sayDate(localDateOf(start, view.zone), today) })}>
      {last !== undefined && points.length === 0 && <Line>{say('prepareWith.lastNone')}</Line>}
      {points.map(({ id, text }) => (
        <Line key={id}>{text}</Line>
      ))}
      <li className={styles.quiet}>
        {say('prepareWith.actions', { count: open })}{' '}
        <Link inline href={`#/meetings/${meetingId}`}>
          {say('prepareWith.openLast')}
        </Link>
      </li>
    </Part>
  );
}

const lastPoints = 6;

function Objectives({ view }: PrepareWithProps) {
  const { data } = useRoute('objectives', { params: { pairId: view.meeting.pairId } });
  const open = data?.objectives.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  const today = localDateOf(view.now, view.zone);
  return (
    <Part title={say('prepareWith.objectives')}>
      {open.map(({ id, title, dueOn }) => (
        <Line key={id} detail={dueOn === null ? null : say('prepareWith.until', { day: sayDate(dueOn, today) })}>
          {title}
        </Line>
      ))}
    </Part>
  );
}

function Measures({ view }: PrepareWithProps) {
  if (view.measures.length === 0) return null;
  return (
    <Part title={say('prepareWith.measures')}>
      {view.measures.map(({ id, name, unit, target, trend }) => (
        <Line key={id}>
          {trend === null
            ? say('prepareWith.measureNone', { name, target, unit })
            : say('prepareWith.measure', { name, value: trend.last, unit, target })}
        </Line>
      ))}
    </Part>
  );
}
