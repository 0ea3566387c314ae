import { AvatarGroup, AvatarGroupItem, partitionAvatarGroupItems } from '@fluentui/react-components';
import { useHost } from '../control/host-context.ts';
import type { LocalChat } from '../control/local-api.ts';
import { personColour } from '../control/person-colour.ts';

/** The first others of a chat, as a picture. */
export function ChatMembers(props: { readonly chat: LocalChat }): React.JSX.Element {
  const { session } = useHost();
  const others = props.chat.members.filter((one) => one.id !== session.person.id);
  const { inlineItems } = partitionAvatarGroupItems({ items: others.slice(0, 2) });
  return (
    <AvatarGroup layout="stack" size={28} aria-hidden>
      {inlineItems.map((member) => (
        <AvatarGroupItem key={member.id} name={member.displayName} avatar={{ color: personColour(member.id) }} />
      ))}
    </AvatarGroup>
  );
}
