import { Body1, Title3 } from '@fluentui/react-components';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { HandoverList } from '../../features/person/HandoverList.tsx';
import { HandOverFor } from '../../features/person/HandOverFor.tsx';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageStyles } from './Page.styles.ts';

/** Handing over the one-to-ones of managers who have left or are away, for those who look after them in the organisation. */
export function HandOverPage() {
  const page = usePageStyles();
  const me = useMe();
  const past = useRoute('handovers', { staleTime: 0, enabled: me.isHr });
  if (!me.isHr) {
    return (
      <div className={page.page}>
        <Notice intent="info">{say('handoverFor.notYours')}</Notice>
      </div>
    );
  }
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          {say('handoverFor.page')}
        </Title3>
        <Body1 className={page.quiet}>{say('handoverFor.intro')}</Body1>
      </div>
      <div className={page.column}>
        <HandOverFor />
        {past.error !== null && <ErrorNotice error={past.error} />}
        {past.data !== undefined && <HandoverList handovers={past.data.handovers} />}
      </div>
    </div>
  );
}
