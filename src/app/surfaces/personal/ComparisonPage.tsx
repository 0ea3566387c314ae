import '../../text/say-policies.ts';
import { Body1, Breadcrumb, BreadcrumbButton, BreadcrumbItem, Title3 } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { useRoute } from '../../api/use-route.ts';
import { Activated, Activation } from '../../features/policies/Activation.tsx';
import { ClauseChanges } from '../../features/policies/ClauseChanges.tsx';
import { ImpactOfVersion } from '../../features/policies/ImpactOfVersion.tsx';
import { PeopleChanges } from '../../features/policies/PeopleChanges.tsx';
import { Progress } from '../../features/policies/Progress.tsx';
import { RuleChanges } from '../../features/policies/RuleChanges.tsx';
import { StandardsBelow } from '../../features/policies/StandardsBelow.tsx';
import { sayDate } from '../../text/dates.ts';
import { sayVersion } from '../../text/policy-names.ts';
import { say } from '../../text/say.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { usePageStyles } from './Page.styles.ts';

/** What would change if a version came into force in place of today's, and how to bring it into force. */
export function ComparisonPage({ versionId }: { readonly versionId: string }) {
  const page = usePageStyles();
  const [, navigate] = useLocation();
  const policies = useRoute('policies', { staleTime: 0 });
  const comparison = useRoute('comparePolicies', { params: { versionId }, staleTime: 0 });
  const version = policies.data?.versions.find(({ id }) => id === versionId);
  const isInForce = version?.state === 'in-force';
  const error = policies.error ?? comparison.error;
  const reload = (): void => {
    void policies.refetch();
    void comparison.refetch();
  };
  if (error === null && (policies.isPending || comparison.isPending)) return <PageSkeleton />;
  return (
    <div className={page.page}>
      <Breadcrumb aria-label={say('policies.title')}>
        <BreadcrumbItem>
          <BreadcrumbButton
            onClick={() => {
              navigate('/policies');
            }}
          >
            {say('policies.back')}
          </BreadcrumbButton>
        </BreadcrumbItem>
      </Breadcrumb>
      {error !== null && <ErrorNotice error={error} onRetry={reload} />}
      {policies.data !== undefined && comparison.data !== undefined && version !== undefined && (
        <>
          <div className={page.head}>
            <Title3 as="h1" className={page.title}>
              {isInForce ? sayVersion(version) : say('policies.change', { name: sayVersion(version) })}
            </Title3>
            <Body1 className={page.quiet}>
              {isInForce
                ? say('policies.isInForce')
                : say('policies.against', { name: sayVersion(comparison.data.before) })}
            </Body1>
          </div>
          {version.pastReview && version.reviewOn !== null && (
            <Notice intent="warning">
              {say('policies.pastReview', { day: sayDate(version.reviewOn, policies.data.today) })}
            </Notice>
          )}
          <Activated version={version} today={policies.data.today} />
          {isInForce && <Progress />}
          {!isInForce && (
            <div className={page.columns}>
              <div className={page.column}>
                <RuleChanges comparison={comparison.data} />
                <ClauseChanges clauses={comparison.data.clauses} />
              </div>
              <div className={page.column}>
                <Activation policies={policies.data} version={version} onReload={reload} />
                <PeopleChanges comparison={comparison.data} />
                <ImpactOfVersion versionId={versionId} />
                <StandardsBelow standards={comparison.data.standardsBelow} />
              </div>
            </div>
          )}
        </>
      )}
    </div>
  );
}
