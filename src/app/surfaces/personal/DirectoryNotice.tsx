import type { HomeResponse } from '#contract/pairs.ts';
import { useHost } from '../../host/host-context.ts';
import { deliveryWords } from '../../text/deliveries.ts';
import { say } from '../../text/say.ts';
import { Notice } from '../../ui/Notice.tsx';

interface DirectoryNoticeProps {
  readonly reason: NonNullable<HomeResponse['directory']>;
  readonly onRetry: () => void;
}

/** Says that the list of people is an older one and, where Microsoft only waits for the reader, leads them there. */
export function DirectoryNotice({ reason, onRetry }: DirectoryNoticeProps) {
  const host = useHost();
  if (reason !== 'consent-needed' && reason !== 'sign-in-needed' && reason !== 'claims-needed') {
    return <Notice intent="warning">{say('home.directoryOld')}</Notice>;
  }
  const onPress = () => {
    // Even when Microsoft gave no new token: the page then says what is still missing.
    host.getToken({ interactive: true, fresh: true }).then(onRetry, onRetry);
  };
  const { why } = deliveryWords({ kind: 'create-series', parkedFor: reason });
  return (
    <Notice intent="warning" title={say('home.directoryOld')} actions={[{ words: say('delivery.continue'), onPress }]}>
      {why}
    </Notice>
  );
}
