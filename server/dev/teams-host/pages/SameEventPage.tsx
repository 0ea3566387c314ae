import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useHost } from '../control/host-context.ts';
import { followed } from '../control/queries.ts';
import { hashOf } from '../control/route.ts';
import type { Route } from '../control/route.ts';
import { findSameEvent } from '../graph/find-event.ts';
import { shortDate } from '../graph/wall-time.ts';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';

/** Finds somebody else's event in one's own calendar, and goes there. */
export function SameEventPage(props: { readonly route: Extract<Route, { page: 'same' }> }): React.JSX.Element {
  const { as, iCalUId, date } = props.route;
  const { session } = useHost();
  const found = useQuery({
    queryKey: [followed, 'same-event', session.person.id, iCalUId, date],
    queryFn: async () => (await findSameEvent(session, iCalUId, date)) ?? null,
  });
  useEffect(() => {
    if (found.data) location.replace(hashOf({ page: as, id: found.data }));
  }, [found.data, as]);
  if (found.error) return <ProblemNotice title="The meeting could not be found" problem={found.error} />;
  if (found.data === null) {
    return (
      <MessageBar intent="info">
        <MessageBarBody>
          <MessageBarTitle>Not in {session.person.givenName}’s calendar yet</MessageBarTitle>
          It is looked for again as soon as something changes around {shortDate(date)}.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return <Spinner label="Opening the same meeting" style={{ flexGrow: 1 }} />;
}
