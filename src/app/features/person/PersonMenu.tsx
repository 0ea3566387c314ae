import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { MeetingLine } from '#contract/meetings.ts';
import type { PairLine } from '#contract/pairs.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';
import { meetingKindWords } from '../../ui/meeting-kind-words.ts';
import { usePlannableKinds } from './use-plannable-kinds.ts';

/** A rarer step that opens a dialog. */
export type PersonStep =
  | 'change'
  | 'skip'
  | 'move-all'
  | 'extend'
  | 'pause'
  | 'go-on'
  | 'hand-over'
  | 'support'
  | 'end'
  | `plan ${MeetingLine['kind']}`;

interface PersonMenuProps {
  readonly pair: PairLine;
  readonly hasExtraSupport: boolean;
  readonly isPaused: boolean;
  readonly onStep: (step: PersonStep) => void;
}

/** What a manager does more rarely: move or cancel, one or all, pause, meet more often, end the series. */
export function PersonMenu({ pair, hasExtraSupport, isPaused, onStep }: PersonMenuProps) {
  const { next, series, other } = pair;
  const kinds = usePlannableKinds(pair.pairId);
  const canEnd = series !== null && series.state !== 'ended';
  return (
    // Long as it is, it scrolls where there is little height: at twice the size, on a phone held across.
    <Menu positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={say('person.menu', { name: other.givenName })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {next?.state === 'planned' && (
            <MenuItem
              onClick={() => {
                onStep('change');
              }}
            >
              {say('person.menuChange')}
            </MenuItem>
          )}
          {next?.state === 'planned' && next.kind === 'one-to-one' && (
            <MenuItem
              onClick={() => {
                onStep('skip');
              }}
            >
              {say('person.menuSkip')}
            </MenuItem>
          )}
          {canEnd && (
            <>
              <MenuItem
                onClick={() => {
                  onStep('move-all');
                }}
              >
                {say('change.menu')}
              </MenuItem>
              <MenuItem
                onClick={() => {
                  onStep('extend');
                }}
              >
                {say('extend.menu')}
              </MenuItem>
            </>
          )}
          <MenuItem
            onClick={() => {
              onStep('pause');
            }}
          >
            {isPaused ? say('pause.menuChange') : say('pause.menu')}
          </MenuItem>
          <MenuItem
            onClick={() => {
              onStep('support');
            }}
          >
            {hasExtraSupport ? say('person.menuSupportChange') : say('person.menuSupport')}
          </MenuItem>
          <MenuItem
            onClick={() => {
              onStep('hand-over');
            }}
          >
            {say('handover.menu')}
          </MenuItem>
          {kinds.map(({ kind, kindTitle }) => (
            <MenuItem
              key={kind}
              onClick={() => {
                onStep(`plan ${kind}`);
              }}
            >
              {say('plan.menu', { title: meetingKindWords({ kind, kindTitle }) })}
            </MenuItem>
          ))}
          {canEnd && (
            <MenuItem
              onClick={() => {
                onStep('end');
              }}
            >
              {say('person.menuEnd')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
