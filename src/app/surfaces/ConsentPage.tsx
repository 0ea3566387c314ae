import { Body1, Button, Caption1, Title3 } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { ShieldCheckmark48Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { useState, type ReactElement } from 'react';
import { useHost } from '../host/host-context.ts';
import { say } from '../text/say.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { useConsentPageStyles } from './ConsentPage.styles.ts';

interface ConsentPageProps {
  readonly onGranted: () => void;
}

/** Says what Microsoft will ask, why, and leads there. */
export function ConsentPage({ onGranted }: ConsentPageProps) {
  const styles = useConsentPageStyles();
  const host = useHost();
  const [error, setError] = useState<Error | null>(null);
  const ask = async () => {
    setError(null);
    try {
      await host.getToken({ interactive: true, fresh: true });
      onGranted();
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    }
  };
  return (
    <main className={styles.page}>
      {error !== null && <ErrorNotice error={error} />}
      <ShieldCheckmark48Regular aria-hidden />
      <Title3 as="h1" className={styles.title}>
        {say('consent.title')}
      </Title3>
      <Body1>{say('consent.why')}</Body1>
      <ul className={styles.list}>
        <Permission icon={<CalendarLtr20Regular />} what={say('consent.calendar')} why={say('consent.calendarWhy')} />
        <Permission icon={<Mail20Regular />} what={say('consent.mail')} why={say('consent.mailWhy')} />
      </ul>
      <Button
        appearance="primary"
        onClick={() => {
          void ask();
        }}
      >
        {say('consent.continue')}
      </Button>
      <Caption1 className={styles.quiet}>{say('consent.blocked')}</Caption1>
    </main>
  );
}

interface PermissionProps {
  readonly icon: ReactElement;
  readonly what: string;
  readonly why: string;
}

function Permission({ icon, what, why }: PermissionProps) {
  const styles = useConsentPageStyles();
  return (
    <li className={styles.permission}>
      {icon}
      <span>
        <Body1 block>{what}</Body1>
        <Caption1 className={styles.quiet}>{why}</Caption1>
      </span>
    </li>
  );
}
