export function ChatPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Chat</div>; }
