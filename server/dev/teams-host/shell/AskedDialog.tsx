import type { Asked } from '../control/asked.ts';
import { ComposeEventDialog } from '../pages/ComposeEventDialog.tsx';
import { ComposeMailDialog } from '../pages/ComposeMailDialog.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { PickPeopleDialog } from './PickPeopleDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';

/** Whatever the shell asks the person at the moment. */
export function AskedDialog(props: {
  readonly asked: Asked;
  readonly appName: string;
  readonly close: () => void;
}): React.JSX.Element {
  const { asked, close } = props;
  switch (asked.kind) {
    case 'consent':
      return (
        <ConsentDialog
          appName={props.appName}
          answer={(agreed) => {
            close();
            asked.settle(agreed);
          }}
        />
      );
    case 'people':
      return <PickPeopleDialog wish={asked.wish} settle={asked.settle} close={close} />;
    case 'share':
      return <ShareDialog links={asked.links} settle={asked.settle} close={close} />;
    case 'event':
      return <ComposeEventDialog draft={asked.draft} close={close} />;
    case 'mail':
      return <ComposeMailDialog draft={asked.draft} close={close} />;
  }
}
