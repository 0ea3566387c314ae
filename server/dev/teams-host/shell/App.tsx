import {
  FluentProvider,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApp, usePeople } from '../control/queries.ts';
import { Session } from '../control/session.ts';
import { useSettings } from '../control/settings.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { Shell } from './Shell.tsx';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** Signs in the person the address names (`?person=<oid>`), or a first one, and shows Teams as they see it. */
export function App(): React.JSX.Element {
  const { theme } = useSettings();
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]} style={{ height: '100%' }}>
      <SignedIn />
    </FluentProvider>
  );
}

function SignedIn(): React.JSX.Element {
  const people = usePeople();
  const app = useApp();
  const asked = new URLSearchParams(location.search).get('person');
  const everybody = people.data ?? [];
  const person =
    everybody.find((one) => one.id === asked) ??
    everybody.find((one) => one.reports > 0 && one.managerId !== null) ??
    everybody[0];
  const session = useQuery({
    queryKey: ['session', person?.id],
    queryFn: () => Session.open(person?.id ?? ''),
    enabled: person !== undefined,
  });
  const problem = people.error ?? app.error ?? session.error;
  if (problem) {
    return (
      <div style={{ padding: 24 }}>
        <ProblemNotice
          title="The local Microsoft 365 could not be reached"
          problem={problem}
          again={() => {
            location.reload();
          }}
        />
      </div>
    );
  }
  if (people.data === undefined || app.data === undefined || session.data === undefined) {
    return <Spinner label="Opening the local Microsoft 365" style={{ height: '100%' }} />;
  }
  return <Shell key={session.data.person.id} session={session.data} people={people.data} app={app.data} />;
}
