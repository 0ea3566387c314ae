import {
  CounterBadge,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components';
import {
  Alert24Filled,
  Alert24Regular,
  Calendar24Filled,
  Calendar24Regular,
  Chat24Filled,
  Chat24Regular,
  ChatMultiple24Filled,
  ChatMultiple24Regular,
  DocumentBulletList24Filled,
  DocumentBulletList24Regular,
  Flash24Filled,
  Flash24Regular,
  Mail24Filled,
  Mail24Regular,
  MoreHorizontal24Regular,
  TaskListLtr24Filled,
  TaskListLtr24Regular,
  TextBulletListSquare24Filled,
  TextBulletListSquare24Regular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { useMessageLog } from '../control/message-log.ts';
import type { Route } from '../control/route.ts';
import { useMails } from '../graph/mail-queries.ts';
import { useRailStyles } from './Rail.styles.ts';

interface Place {
  readonly name: string;
  readonly hash: string;
  readonly pages: readonly Route['page'][];
  readonly icon: FluentIcon;
  readonly filled: FluentIcon;
}

const teams: readonly Place[] = [
  { name: 'Activity', hash: '#/activity', pages: ['activity'], icon: Alert24Regular, filled: Alert24Filled },
  { name: 'Chat', hash: '#/chat', pages: ['chat'], icon: Chat24Regular, filled: Chat24Filled },
  {
    name: 'Calendar',
    hash: '#/calendar',
    pages: ['calendar', 'event', 'meeting', 'same'],
    icon: Calendar24Regular,
    filled: Calendar24Filled,
  },
  { name: 'Mail', hash: '#/mail', pages: ['mail'], icon: Mail24Regular, filled: Mail24Filled },
  { name: 'To Do', hash: '#/todo', pages: ['todo'], icon: TaskListLtr24Regular, filled: TaskListLtr24Filled },
  {
    name: 'Duologue',
    hash: '#/duologue',
    pages: ['duologue'],
    icon: ChatMultiple24Regular,
    filled: ChatMultiple24Filled,
  },
];

const tools: readonly Place[] = [
  {
    name: 'Ledger',
    hash: '#/ledger',
    pages: ['ledger'],
    icon: TextBulletListSquare24Regular,
    filled: TextBulletListSquare24Filled,
  },
  { name: 'Log', hash: '#/log', pages: ['log'], icon: DocumentBulletList24Regular, filled: DocumentBulletList24Filled },
  { name: 'Faults', hash: '#/faults', pages: ['faults'], icon: Flash24Regular, filled: Flash24Filled },
];

/** The way around: what Teams has above, what only this pretend one has below. */
export function Rail(props: { readonly route: Route }): React.JSX.Element {
  const styles = useRailStyles();
  const unread = useMails('inbox').data?.filter((mail) => !mail.isRead).length ?? 0;
  const unknown = useMessageLog().filter((message) => !message.known).length;
  return (
    <nav className={styles.rail} aria-label="Teams">
      {teams.map((place) => (
        <RailLink
          key={place.name}
          place={place}
          isHere={place.pages.includes(props.route.page)}
          count={place.name === 'Mail' ? unread : 0}
          counted="not read"
          isSpare={place.name === 'To Do'}
        />
      ))}
      <div className={styles.gap} />
      {tools.map((place) => (
        <RailLink
          key={place.name}
          place={place}
          isHere={place.pages.includes(props.route.page)}
          count={place.name === 'Log' ? unknown : 0}
          counted="not supported here"
          isSpare
        />
      ))}
      <More route={props.route} />
    </nav>
  );
}

function RailLink(props: {
  readonly place: Place;
  readonly isHere: boolean;
  readonly count: number;
  readonly counted: string;
  /** Goes into "More" where there is little room. */
  readonly isSpare: boolean;
}): React.JSX.Element {
  const styles = useRailStyles();
  const { place, isHere, count } = props;
  const Icon = isHere ? place.filled : place.icon;
  return (
    <a
      href={place.hash}
      className={mergeClasses(styles.link, isHere && styles.here, props.isSpare && styles.wide)}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon aria-hidden />
      {place.name}
      {count > 0 && (
        <CounterBadge
          className={styles.count}
          size="small"
          count={count}
          aria-label={`, ${String(count)} ${props.counted}`}
        />
      )}
    </a>
  );
}

function More(props: { route: Route }): React.JSX.Element {
  const styles = useRailStyles();
  const spare = [...teams.filter((place) => place.name === 'To Do'), ...tools];
  const isHere = spare.some((place) => place.pages.includes(props.route.page));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          className={mergeClasses(styles.link, styles.moreButton, styles.more, isHere && styles.here)}
        >
          <MoreHorizontal24Regular aria-hidden />
          More
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {spare.map(({ name, hash, icon: Icon }) => (
            <MenuItem
              key={name}
              icon={<Icon aria-hidden />}
              onClick={() => {
                location.hash = hash;
              }}
            >
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
