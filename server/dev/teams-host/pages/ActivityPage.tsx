import { Avatar, Spinner, Text, Title3 } from '@fluentui/react-components';
import { personColour } from '../control/person-colour.ts';
import { useHost } from '../control/host-context.ts';
import { useNotifications } from '../control/queries.ts';
import { dateOf, shortDate, timeOf, wallTimeIn } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { useFeedStyles } from './ActivityPage.styles.ts';
import { usePageStyles } from './Page.styles.ts';

/** What Teams has told this person, newest first; each line leads to where it is about. */
export function ActivityPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useFeedStyles();
  const { session, people, openLink } = useHost();
  const feed = useNotifications(session.person.id);
  const lines = (feed.data ?? []).toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Activity</Title3>
      </div>
      <div className={page.body}>
        {feed.error && (
          <ProblemNotice
            title="The activity could not be read"
            problem={feed.error}
            again={() => void feed.refetch()}
          />
        )}
        {feed.isPending && <Spinner label="Reading the activity" />}
        <ul className={styles.feed}>
          {lines.map((line) => {
            const from = people.find((one) => one.displayName === line.fromName);
            const at = wallTimeIn(Date.parse(line.at), session.person.timeZone);
            return (
              <li key={line.id}>
                <button
                  type="button"
                  className={styles.line}
                  onClick={() => {
                    openLink(line.webUrl);
                  }}
                >
                  <Avatar name={line.fromName} color={personColour(from?.id ?? line.fromName)} aria-hidden />
                  <span className={styles.words}>
                    <Text>{line.text}</Text>
                    <Text size={200} className={page.quiet}>
                      {line.preview}
                    </Text>
                  </span>
                  <Text size={200} className={page.quiet}>
                    {shortDate(dateOf(at))}, {timeOf(at)}
                  </Text>
                </button>
              </li>
            );
          })}
        </ul>
        {feed.data?.length === 0 && (
          <Text className={page.empty}>Nothing yet. What the app tells you through Teams appears here.</Text>
        )}
      </div>
    </>
  );
}
