import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
}

/** Where something on the screen breaks, says so and starts it again when asked. What was typed is kept elsewhere and stays. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override state: BoundaryState = { error: null };

  readonly startAgain = (): void => {
    this.setState({ error: null });
  };

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <ErrorNotice error={error} onRetry={this.startAgain} />;
  }
}
