/** The store cannot be opened. The message says what is wrong, which store it is, and what to do; it is meant to be printed. */
export class StoreUnavailable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailable';
  }
}
