import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useLive } from '../api/use-live.ts';
import { useUnsentCount } from '../api/use-send.ts';
import { say } from '../text/say.ts';

/** Says that the line to the server is lost, what is kept meanwhile, and lets the person try at once. Nothing while it stands. */
export function OfflineNotice() {
  const { state, tryNow } = useLive();
  const count = useUnsentCount();
  if (state !== 'away') return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{say('offline.title')}</MessageBarTitle>{' '}
        {count === 0 ? say('offline.nothingWaits') : say('offline.kept', { count })}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={tryNow}>
          {say('general.tryNow')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
