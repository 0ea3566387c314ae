export function LedgerPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Ledger</div>; }
