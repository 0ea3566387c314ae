import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { LocalPerson } from '../control/local-api.ts';
import { EventDialog } from '../pages/EventDialog.tsx';
import { PeoplePicker } from '../pages/PeoplePicker.tsx';
import { knownPeople } from '../pages/attendee-people.ts';
import type { PeopleWish, PickedPerson } from '../protocol/host-services.ts';

/** The picker an app asks for with `people.selectPeople`. */
export function PickPeopleDialog(props: {
  readonly wish: PeopleWish;
  readonly settle: (picked: readonly PickedPerson[] | undefined) => void;
  readonly close: () => void;
}): React.JSX.Element {
  const { wish, settle, close } = props;
  const { people, app } = useHost();
  const [chosen, setChosen] = useState<readonly LocalPerson[]>(() => knownPeople(people, wish.chosenIds));
  return (
    <EventDialog
      title={wish.title}
      verb="Choose"
      canGo={chosen.length > 0}
      change={async () => {
        settle(chosen.map((one) => ({ objectId: one.id, displayName: one.displayName, email: one.mail })));
      }}
      done={() => undefined}
      close={() => {
        // After a choice there is nothing more to settle: a promise keeps its first answer.
        settle(undefined);
        close();
      }}
    >
      <PeoplePicker label={`People for ${app.name}`} chosen={chosen} choose={setChosen} single={wish.singleSelect} />
    </EventDialog>
  );
}
