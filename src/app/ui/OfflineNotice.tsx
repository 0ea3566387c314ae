import { useLive } from '../api/use-live.ts';
import { useUnsentCount } from '../api/use-send.ts';
import { say } from '../text/say.ts';
import { Notice } from './Notice.tsx';

/** Says that the line to the server is lost, what is kept meanwhile, and lets the person try at once. Nothing while it stands. */
export function OfflineNotice() {
  const { state, tryNow } = useLive();
  const count = useUnsentCount();
  if (state !== 'away') return null;
  return (
    <Notice
      intent="warning"
      role="status"
      title={say('offline.title')}
      actions={[{ words: say('general.tryNow'), onPress: tryNow }]}
    >
      {count === 0 ? say('offline.nothingWaits') : say('offline.kept', { count })}
    </Notice>
  );
}
