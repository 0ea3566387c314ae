import { Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { changeSettings, useSettings } from '../control/settings.ts';
import type { TokenMode } from '../control/settings.ts';
import type { HostName } from '../protocol/surface.ts';

/** How the pretend Teams treats the app: sign-in ways and the troubles one can rehearse. */
export function HostChoices(): React.JSX.Element {
  const { nestedAppAuth, tokenMode, hostName, hostClientType } = useSettings();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
      <Field hint="Off, the app uses getAuthToken. Read when the app starts.">
        <Switch
          label="Offer nested app authentication"
          checked={nestedAppAuth}
          onChange={(_event, { checked }) => {
            changeSettings({ nestedAppAuth: checked });
          }}
        />
      </Field>
      <Field label="When the app asks for its token">
        <RadioGroup
          value={tokenMode}
          onChange={(_event, { value }) => {
            changeSettings({ tokenMode: value as TokenMode });
          }}
        >
          <Radio value="ok" label="Give it" />
          <Radio value="slow" label="Give it after 8 seconds" />
          <Radio value="consent" label="Say that consent is needed" />
          <Radio value="denied" label="Say that the person cancelled" />
          <Radio value="other-tenant" label="Give one that names another tenant" />
        </RadioGroup>
      </Field>
      <Field label="The personal tab is in" hint="Read when the app starts.">
        <RadioGroup
          layout="horizontal"
          style={{ flexWrap: 'wrap' }}
          value={hostName}
          onChange={(_event, { value }) => {
            changeSettings({ hostName: value as HostName });
          }}
        >
          <Radio value="Teams" label="Teams" />
          <Radio value="Outlook" label="Outlook" />
          <Radio value="Office" label="Microsoft 365" />
        </RadioGroup>
      </Field>
      <Field label="Teams runs as" hint="Read when the app starts; at phone width never a desktop.">
        <RadioGroup
          layout="horizontal"
          style={{ flexWrap: 'wrap' }}
          value={hostClientType}
          onChange={(_event, { value }) => {
            changeSettings({ hostClientType: value as 'web' | 'desktop' | 'android' | 'ios' });
          }}
        >
          <Radio value="web" label="Web page" />
          <Radio value="desktop" label="Desktop app" />
          <Radio value="android" label="Android" />
          <Radio value="ios" label="iPhone" />
        </RadioGroup>
      </Field>
    </div>
  );
}
