export function FaultsPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Faults</div>; }
