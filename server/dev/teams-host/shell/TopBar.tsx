import {
  Avatar,
  Badge,
  Button,
  Dropdown,
  Label,
  Option,
  Persona,
  ToggleButton,
  Tooltip,
  mergeClasses,
  useId,
} from '@fluentui/react-components';
import { Phone20Filled, Phone20Regular } from '@fluentui/react-icons';
import { personColour } from '../control/person-colour.ts';
import type { Beside } from '../control/host-context.ts';
import { useHost } from '../control/host-context.ts';
import { hashOf } from '../control/route.ts';
import { changeSettings, useSettings } from '../control/settings.ts';
import type { HostTheme } from '../protocol/surface.ts';
import { SettingsButton } from './SettingsButton.tsx';
import { useTopBarStyles } from './TopBar.styles.ts';

const themeNames: Record<HostTheme, string> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };
const localeNames: Record<string, string> = {
  'en-gb': 'English (UK)',
  'en-us': 'English (US)',
  'cy-gb': 'Cymraeg',
  'de-de': 'Deutsch',
  'fr-fr': 'Français',
};

/** Says that this is not the real Microsoft 365, and lets one choose who to be and how things look. */
export function TopBar(props: { readonly beside: Beside | undefined }): React.JSX.Element {
  const styles = useTopBarStyles();
  const { session } = useHost();
  const { theme, locale, tokenMode, isPhone } = useSettings();
  return (
    <header className={styles.bar}>
      <Badge appearance="outline" color="informative" size="extra-large" className={styles.notice}>
        Local Microsoft 365, for trying out
      </Badge>
      <div className={styles.gap} />
      <PersonSwitcher />
      <Dropdown
        aria-label="Theme"
        className={styles.short}
        value={themeNames[theme]}
        selectedOptions={[theme]}
        onOptionSelect={(_event, { optionValue }) => {
          changeSettings({ theme: optionValue as HostTheme });
        }}
      >
        {Object.entries(themeNames).map(([value, name]) => (
          <Option key={value} value={value}>
            {name}
          </Option>
        ))}
      </Dropdown>
      <Dropdown
        aria-label="Language told to the app"
        className={mergeClasses(styles.short, styles.language)}
        value={localeNames[locale] ?? locale}
        selectedOptions={[locale]}
        onOptionSelect={(_event, { optionValue }) => {
          changeSettings({ locale: optionValue ?? 'en-gb' });
        }}
      >
        {Object.entries(localeNames).map(([value, name]) => (
          <Option key={value} value={value}>
            {name}
          </Option>
        ))}
      </Dropdown>
      <Tooltip content="Phone width, 360" relationship="label">
        <ToggleButton
          className={styles.phone}
          appearance="subtle"
          checked={isPhone}
          icon={isPhone ? <Phone20Filled /> : <Phone20Regular />}
          onClick={() => {
            changeSettings({ isPhone: !isPhone });
          }}
        />
      </Tooltip>
      <OpenBeside beside={props.beside} />
      {tokenMode !== 'ok' && (
        <Badge appearance="tint" color="warning" className={styles.trouble}>
          Sign-in trouble on
        </Badge>
      )}
      <SettingsButton />
      <Avatar
        name={session.person.displayName}
        color={personColour(session.person.id)}
        aria-label={`You are ${session.person.displayName}`}
      />
    </header>
  );
}

function PersonSwitcher(): React.JSX.Element {
  const styles = useTopBarStyles();
  const { session, people } = useHost();
  const id = useId('person');
  const { person } = session;
  return (
    <>
      <Label htmlFor={id} className={styles.label}>
        You are
      </Label>
      <Dropdown
        id={id}
        aria-label="You are"
        className={styles.person}
        button={{ children: <span className={styles.personName}>{`${person.displayName}, ${person.jobTitle}`}</span> }}
        listbox={{ className: styles.people }}
        value={`${person.displayName}, ${person.jobTitle}`}
        selectedOptions={[person.id]}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue !== undefined && optionValue !== person.id) become(optionValue);
        }}
      >
        {people.map((one) => (
          <Option key={one.id} value={one.id} text={`${one.displayName}, ${one.jobTitle}`}>
            <Persona
              name={one.displayName}
              secondaryText={one.jobTitle}
              avatar={{ color: personColour(one.id), 'aria-hidden': true }}
              size="small"
            />
          </Option>
        ))}
      </Dropdown>
    </>
  );
}

/** Another person means another page load, so that nothing of the one before remains; events and mails have other ids in another mailbox. */
function become(personId: string): void {
  const own = /^#\/(event|meeting|mail)\b/.exec(location.hash)?.[1];
  const hash = own === undefined ? location.hash : own === 'mail' ? '#/mail' : '#/calendar';
  location.assign(`/?person=${personId}${hash}`);
}

function OpenBeside(props: { readonly beside: Beside | undefined }): React.JSX.Element | null {
  const styles = useTopBarStyles();
  const { session, people } = useHost();
  const { person } = session;
  const closest =
    person.reports > 0
      ? people.find((one) => one.managerId === person.id)
      : people.find((one) => one.id === person.managerId);
  const other =
    people.find((one) => one.id === props.beside?.personId) ?? closest ?? people.find((one) => one.id !== person.id);
  if (other === undefined) return null;
  const hash =
    props.beside?.personId === other.id
      ? props.beside.hash
      : hashOf({ page: 'duologue', pageId: 'home', place: undefined });
  return (
    <Button
      className={styles.beside}
      onClick={() => {
        const half = Math.floor(screen.availWidth / 2);
        window.open(
          `/?person=${other.id}${hash}`,
          `local-${other.id}`,
          `popup,width=${String(half)},height=${String(screen.availHeight)},left=${String(half)},top=0`,
        );
      }}
    >
      Open as {other.givenName}, beside
    </Button>
  );
}
