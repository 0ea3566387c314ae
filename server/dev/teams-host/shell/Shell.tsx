import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Asked } from '../control/asked.ts';
import { HostContext } from '../control/host-context.ts';
import type { Beside, Host } from '../control/host-context.ts';
import type { LocalApp, LocalPerson } from '../control/local-api.ts';
import { useFollowChanges } from '../control/queries.ts';
import { useRoute } from '../control/route.ts';
import type { Session } from '../control/session.ts';
import { useSettings } from '../control/settings.ts';
import { AskedDialog } from './AskedDialog.tsx';
import { linkOpener } from './open-link.ts';
import { Page } from './Page.tsx';
import { PersonalTab } from './PersonalTab.tsx';
import { Rail } from './Rail.tsx';
import { useShellStyles } from './Shell.styles.ts';
import { TopBar } from './TopBar.tsx';

/** Teams as one person sees it: bar, rail and page. */
export function Shell(props: {
  readonly session: Session;
  readonly people: readonly LocalPerson[];
  readonly app: LocalApp;
}): React.JSX.Element {
  const { session, people, app } = props;
  const styles = useShellStyles();
  const route = useRoute();
  const { isPhone } = useSettings();
  const toasterId = useId('toaster');
  const { dispatchToast } = useToastController(toasterId);
  const clockOffset = useFollowChanges();
  const [beside, offerBeside] = useState<Beside>();
  const [asked, ask] = useState<Asked>();

  const host = useMemo<Host>(() => {
    const say: Host['say'] = (title, body) => {
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {body !== undefined && <ToastBody>{body}</ToastBody>}
        </Toast>,
        { position: 'bottom-start', timeout: 6000 },
      );
    };
    return {
      session,
      app,
      people,
      clockOffset,
      say,
      openLink: linkOpener(app, session, say),
      ask,
      askConsent: () =>
        new Promise((resolve) => {
          // Asked twice before there is an answer, the one answer goes to both.
          ask((now) => ({
            kind: 'consent',
            settle: (agreed) => {
              if (now?.kind === 'consent') now.settle(agreed);
              resolve(agreed);
            },
          }));
        }),
      offerBeside,
    };
  }, [session, app, people, clockOffset, dispatchToast]);

  return (
    <HostContext.Provider value={host}>
      <div className={styles.shell}>
        <TopBar beside={beside} />
        <div className={styles.room}>
          <div className={isPhone ? styles.phone : styles.desktop}>
            <div className={styles.places}>
              <Rail route={route} />
              <main className={styles.page} aria-label={pageNames[route.page]}>
                <PersonalTab route={route} />
                {route.page !== 'duologue' && <Page route={route} />}
              </main>
            </div>
          </div>
        </div>
      </div>
      <Toaster toasterId={toasterId} />
      {asked !== undefined && (
        <AskedDialog
          asked={asked}
          appName={app.name}
          close={() => {
            ask(undefined);
          }}
        />
      )}
    </HostContext.Provider>
  );
}

const pageNames = {
  activity: 'Activity',
  calendar: 'Calendar',
  event: 'Appointment',
  meeting: 'Meeting',
  same: 'Meeting',
  mail: 'Mail',
  chat: 'Chat',
  duologue: 'Duologue',
  log: 'Messages with the app',
  faults: 'Faults',
  ledger: 'Ledger',
  todo: 'To Do',
} as const;
