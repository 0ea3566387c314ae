export function CalendarPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Calendar</div>; }
