import { Button, Popover, PopoverSurface, PopoverTrigger, Tooltip } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { HostChoices } from './HostChoices.tsx';

/** The switches of the pretend host, from anywhere. */
export function SettingsButton(): React.JSX.Element {
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content="Settings of the local Teams" relationship="label">
          <Button appearance="subtle" icon={<Settings20Regular />} />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface aria-label="Settings of the local Teams" style={{ width: 320 }}>
        <HostChoices />
      </PopoverSurface>
    </Popover>
  );
}
