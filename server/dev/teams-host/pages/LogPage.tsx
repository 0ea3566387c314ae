export function LogPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Log</div>; }
