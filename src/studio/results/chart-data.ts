/** One line, or one set of bars. */
export interface Series {
  label: string;
  /** Absent where withheld. */
  values: readonly (number | undefined)[];
  /** Ends of the 95 % interval. */
  low?: readonly (number | undefined)[];
  high?: readonly (number | undefined)[];
}

/** A chart as data: drawn by Chart.js, and written as a table beside it. */
export interface ChartData {
  type: 'bar' | 'line';
  /** Bars lie: for long labels. */
  isFlat?: boolean;
  caption: string;
  /** What the labels are: "Étape", "Profil". */
  head: string;
  labels: readonly string[];
  series: readonly Series[];
  unit?: string;
  /** Ends of the scale, where it has any. */
  min?: number;
  max?: number;
}

export const rounded = (value: number): number => Math.round(value * 10) / 10;
