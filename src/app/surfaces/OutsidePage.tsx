import { Body1, Button, Title3 } from '@fluentui/react-components';
import { readPageConfig } from '../host/config.ts';
import { say } from '../text/say.ts';
import { useOutsidePageStyles } from './OutsidePage.styles.ts';

const teamsAddress = 'https://teams.microsoft.com/';

/** The page opened on its own in a browser: what Duologue is, and where it opens. */
export function OutsidePage() {
  const styles = useOutsidePageStyles();
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <Title3 as="h1" className={styles.title}>
          {say('outside.title')}
        </Title3>
        <Body1>{say('outside.what')}</Body1>
        <Body1>{say('outside.where')}</Body1>
        <ul className={styles.steps}>
          <li>{say('outside.stepTeams')}</li>
          <li>{say('outside.stepMeeting')}</li>
          <li>{say('outside.stepOutlook')}</li>
        </ul>
        <Button
          as="a"
          appearance="primary"
          href={readPageConfig(document).hostOrigins[0] ?? teamsAddress}
          className={styles.button}
        >
          {say('outside.open')}
        </Button>
      </section>
    </main>
  );
}
