import {
  Button,
  Card,
  Dropdown,
  Field,
  Option,
  SearchBox,
  SpinButton,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { Flash20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useHost } from '../control/host-context.ts';
import type { FaultView, PresetView } from './fault-words.ts';
import { useFaultStyles } from './FaultsPage.styles.ts';
import type { PresetChoice } from './use-faults.ts';
import { usePresets } from './use-faults.ts';

const counts: Record<string, number | 'always' | undefined> = {
  'As described': undefined,
  Once: 1,
  '3 times': 3,
  'Until removed': 'always',
};

interface PresetsProps {
  readonly running: readonly FaultView[];
  readonly switchOn: (id: string, choice: PresetChoice) => void;
}

/** Troubles in plain words, each switched on with one press: for whom, how often, by which seed. */
export function FaultPresets(props: PresetsProps): React.JSX.Element {
  const styles = useFaultStyles();
  const presets = usePresets();
  const [sought, setSought] = useState('');
  const [person, setPerson] = useState('');
  const [times, setTimes] = useState('As described');
  const [seed, setSeed] = useState(1);
  const words = sought.toLowerCase().trim();
  const found = (presets.data ?? []).filter((one) => `${one.name} ${one.words}`.toLowerCase().includes(words));
  const asked = counts[times];
  const choice: PresetChoice = {
    seed,
    ...(person === '' ? {} : { person }),
    ...(asked === undefined ? {} : { times: asked }),
  };
  return (
    <section className={styles.stack} aria-label="Troubles to switch on">
      <div className={styles.row}>
        <Subtitle2 as="h2" className={styles.grow}>
          Switch on
        </Subtitle2>
        <SearchBox
          aria-label="Search the troubles"
          placeholder="Search"
          value={sought}
          onChange={(_event, { value }) => {
            setSought(value);
          }}
        />
      </div>
      <div className={styles.grid}>
        <ForWhom person={person} choose={setPerson} />
        <Field label="How often">
          <Dropdown
            className={styles.number}
            value={times}
            selectedOptions={[times]}
            onOptionSelect={(_event, { optionValue }) => {
              setTimes(optionValue ?? times);
            }}
          >
            {Object.keys(counts).map((one) => (
              <Option key={one} value={one}>
                {one}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label="Seed, where chance or order matter">
          <SpinButton
            className={styles.number}
            min={1}
            value={seed}
            onChange={(_event, { value, displayValue }) => {
              setSeed(Math.max(1, Math.round(value ?? Number(displayValue)) || 1));
            }}
          />
        </Field>
      </div>
      {words !== '' && found.length === 0 && <Text className={styles.empty}>No trouble speaks of that.</Text>}
      {[...Map.groupBy(found, (one) => one.group)].map(([group, members]) => (
        <div key={group} className={styles.group}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {group}
          </Text>
          <ul className={styles.grid}>
            {members.map((preset) => (
              <li key={preset.id}>
                <PresetCard
                  preset={preset}
                  isRunning={props.running.some((one) => one.name === preset.name)}
                  switchOn={() => {
                    props.switchOn(preset.id, choice);
                  }}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function PresetCard(props: {
  readonly preset: PresetView;
  readonly isRunning: boolean;
  readonly switchOn: () => void;
}): React.JSX.Element {
  const styles = useFaultStyles();
  const { preset, isRunning } = props;
  return (
    <Card size="small" className={styles.card}>
      <div className={styles.tight}>
        <Text weight="semibold">{preset.name}</Text>
        <Text size={200} className={styles.quiet}>
          {preset.words}
        </Text>
      </div>
      <div>
        <Button
          size="small"
          icon={<Flash20Regular />}
          aria-label={`Switch on: ${preset.name}`}
          onClick={props.switchOn}
        >
          {isRunning ? 'Once more' : 'Switch on'}
        </Button>
      </div>
    </Card>
  );
}

function ForWhom(props: { readonly person: string; readonly choose: (id: string) => void }): React.JSX.Element {
  const styles = useFaultStyles();
  const { people } = useHost();
  return (
    <Field label="For whom">
      <Dropdown
        className={styles.number}
        value={people.find((one) => one.id === props.person)?.displayName ?? 'Anybody'}
        selectedOptions={[props.person]}
        onOptionSelect={(_event, { optionValue }) => {
          props.choose(optionValue ?? '');
        }}
      >
        <Option value="">Anybody</Option>
        <>
          {people.map((one) => (
            <Option key={one.id} value={one.id}>
              {one.displayName}
            </Option>
          ))}
        </>
      </Dropdown>
    </Field>
  );
}
