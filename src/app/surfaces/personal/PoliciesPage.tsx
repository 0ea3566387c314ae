import '../../text/say-policies.ts';
import { Body1, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { usePolicyChange } from '../../api/use-policy-change.ts';
import { useMe } from '../../api/use-me.ts';
import { useRoute } from '../../api/use-route.ts';
import { DecisionList } from '../../features/policies/DecisionList.tsx';
import { LoadPolicy } from '../../features/policies/LoadPolicy.tsx';
import { StandardList } from '../../features/policies/StandardList.tsx';
import { VersionList } from '../../features/policies/VersionList.tsx';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { usePageStyles } from './Page.styles.ts';

/** The organisation's policies, for those who look after them: what is in force, what is planned, what was, and how to load another. */
export function PoliciesPage() {
  const page = usePageStyles();
  const me = useMe();
  const [, navigate] = useLocation();
  const policies = useRoute('policies', { staleTime: 0, enabled: me.isAdministrator });
  const withdrawal = usePolicyChange('withdrawActivation');
  const standardWithdrawal = usePolicyChange('withdrawStandard');
  const [isWithdrawn, setWithdrawn] = useState(false);
  if (!me.isAdministrator) {
    return (
      <div className={page.page}>
        <Notice intent="info">{say('policies.notYours')}</Notice>
      </div>
    );
  }
  if (policies.isPending) return <PageSkeleton />;
  if (policies.data === undefined) {
    return (
      <div className={page.page}>
        <ErrorNotice
          error={policies.error}
          onRetry={() => {
            void policies.refetch();
          }}
        />
      </div>
    );
  }
  const { revision } = policies.data;
  const error = withdrawal.error ?? standardWithdrawal.error;
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title3 as="h1" className={page.title}>
          {say('policies.title')}
        </Title3>
        <Body1 className={page.quiet}>{say('policies.intro')}</Body1>
      </div>
      {error !== null && (
        <ErrorNotice
          error={error}
          onRetry={() => {
            withdrawal.reset();
            standardWithdrawal.reset();
            void policies.refetch();
          }}
        />
      )}
      {isWithdrawn && (
        <Notice intent="success" role="status">
          {say('policies.withdrawn')}
        </Notice>
      )}
      <div className={page.columns}>
        <div className={page.column}>
          <VersionList
            policies={policies.data}
            zone={me.zone}
            isBusy={withdrawal.isPending}
            onCompare={(versionId) => {
              navigate(`/policies/${versionId}`);
            }}
            onWithdraw={(activationId) => {
              withdrawal.mutate(
                { params: { activationId }, request: { revision } },
                {
                  onSuccess: () => {
                    setWithdrawn(true);
                  },
                },
              );
            }}
          />
          <StandardList
            policies={policies.data}
            isBusy={standardWithdrawal.isPending}
            onWithdraw={(standardId) => {
              standardWithdrawal.mutate({ params: { standardId }, request: { revision } });
            }}
          />
        </div>
        <div className={page.column}>
          <LoadPolicy
            policies={policies.data}
            onLoaded={(versionId) => {
              navigate(`/policies/${versionId}`);
            }}
          />
          <DecisionList policies={policies.data} zone={me.zone} />
        </div>
      </div>
    </div>
  );
}
