/** What every row of a pair's belongings starts with. */
export interface Belonging {
  tenant_id: string;
  pair_id: string;
}
