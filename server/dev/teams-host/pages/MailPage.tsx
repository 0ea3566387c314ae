export function MailPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Mail</div>; }
