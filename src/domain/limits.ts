/** Limits of a number a user can set. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly integer: boolean;
}
