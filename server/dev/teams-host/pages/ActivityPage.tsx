export function ActivityPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Activity</div>; }
