export function AppointmentPage(_props: Record<string, unknown>): React.JSX.Element { return <div>Appointment</div>; }
