import { Button, Tab, TabList, Text, Title3 } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ProblemNotice } from '../shell/ProblemNotice.tsx';
import { FaultDeliveries } from './FaultDeliveries.tsx';
import { FaultForm } from './FaultForm.tsx';
import { FaultLimits } from './FaultLimits.tsx';
import { FaultList } from './FaultList.tsx';
import { FaultPresets } from './FaultPresets.tsx';
import { troublesOf } from './fault-words.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';
import { usePageStyles } from './Page.styles.ts';
import { useFaults } from './use-faults.ts';

type Part = 'troubles' | 'limits' | 'notifications';

/** What shall go wrong in Microsoft 365: troubles to rehearse, limits, and change notifications. */
export function FaultsPage(): React.JSX.Element {
  const page = usePageStyles();
  const styles = useFaultStyles();
  const [part, setPart] = useState<Part>('troubles');
  const { faults, change } = useFaults();
  const list = faults.data ?? [];
  const count = troublesOf(list).length;
  const problem = faults.error ?? change.error;
  return (
    <>
      <div className={page.head}>
        <Title3 as="h1">Faults</Title3>
        <Text size={200} className={page.quiet}>
          Troubles of Microsoft 365 to rehearse
        </Text>
        <div className={page.gap} />
        <Button
          appearance="subtle"
          className={styles.whole}
          icon={<Delete20Regular />}
          disabled={list.length === 0}
          onClick={() => {
            change.mutate({ kind: 'clear' });
          }}
        >
          Remove all
        </Button>
      </div>
      <div className={styles.tabs}>
        <TabList
          selectedValue={part}
          onTabSelect={(_event, { value }) => {
            setPart(value as Part);
          }}
        >
          <Tab value="troubles">{count === 0 ? 'Troubles' : `Troubles (${String(count)} on)`}</Tab>
          <Tab value="limits">Limits</Tab>
          <Tab value="notifications">Notifications</Tab>
        </TabList>
      </div>
      <div className={styles.body}>
        {part === 'limits' && <FaultLimits />}
        {part === 'notifications' && <FaultDeliveries />}
        {part === 'troubles' && (
          <div className={styles.split}>
            <div className={styles.stack}>
              {problem && <ProblemNotice title="That did not work" problem={problem} />}
              <FaultList
                faults={faults.data}
                remove={(ids) => {
                  change.mutate({ kind: 'remove', ids });
                }}
              />
              <FaultPresets
                running={list}
                switchOn={(id, choice) => {
                  change.mutate({ kind: 'preset', id, choice });
                }}
              />
            </div>
            <FaultForm
              add={(fault) => {
                change.mutate({ kind: 'own', fault });
              }}
            />
          </div>
        )}
      </div>
    </>
  );
}
