/** One of a list the organisation made. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** One of such a list, with a sentence on what it means; null: the title says it. */
export interface Explained extends Choice {
  readonly words: string | null;
}
