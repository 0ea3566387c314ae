import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Button } from '@fluentui/react-components';
import { ArrowMove20Regular } from '@fluentui/react-icons/svg/arrow-move';
import type { PointView } from '#contract/record.ts';
import type { FormSection } from '#core/policy/record-form.ts';
import '../../text/say-later.ts';
import { say } from '../../text/say.ts';

interface MovePointProps {
  readonly point: PointView;
  /** The heading it stands under. */
  readonly from: string;
  readonly sections: readonly FormSection[];
  readonly onMove: (sectionId: string) => void;
}

/** Puts one's own point under another heading. */
export function MovePoint({ point, from, sections, onMove }: MovePointProps) {
  return (
    <Menu
      checkedValues={{ heading: [from] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const [to] = checkedItems;
        if (to !== undefined && to !== from) onMove(to);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowMove20Regular />}
          aria-label={say('form.moveTo', { text: point.text })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sections.map(({ id, title }) => (
            <MenuItemRadio key={id} name="heading" value={id}>
              {title}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
