import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartConfiguration, ChartDataset, Scale } from 'chart.js';
import { html, LitElement, nothing } from 'lit';
import { prop } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import { rounded, type ChartData, type Series } from './chart-data.js';
import { styles } from './chart.styles.js';
import { numberWords as number } from '../words/formats.js';

const PARTS = [
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
];

/** Bars that lie want a line each, and room for the scale and the legend. */
const heightOf = ({ isFlat, labels }: ChartData): string =>
  isFlat ? `${Math.max(240, labels.length * 30 + 70)}px` : '';

/** Names beside their bars, as long as there is room for them; the table has them whole. */
function shortened(this: Scale, value: string | number): string {
  const name = this.getLabelForValue(Number(value));
  const most = Math.max(10, Math.floor(this.chart.width / 20));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/**
 * A drawing and, beside it, its numbers: whoever cannot see the one reads the other, and so does whoever wants to be sure.
 * Intervals are drawn as whiskers.
 */
export class SentierStudioChart extends LitElement {
  static override styles = [base, desk, styles];
  static override properties = { data: prop({ attribute: false }) };

  declare data: ChartData | undefined;
  #chart: Chart | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new SizeController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  protected override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    this.#chart?.destroy();
    this.#chart = undefined;
    if (!canvas || !this.data) return;
    canvas.parentElement!.style.height = heightOf(this.data);
    Chart.register(...PARTS);
    this.#chart = new Chart(canvas, this.#config(this.data));
  }

  #config(data: ChartData): ChartConfiguration {
    const colour = (name: string) =>
      getComputedStyle(this.renderRoot.querySelector('.root')!).getPropertyValue(name).trim();
    const [ink, line, accent, edge] = ['--_soft', '--_line', '--_accent', '--_edge'].map(colour) as [
      string,
      string,
      string,
      string,
    ];
    const colours = [accent, edge];
    const axis = data.isFlat ? 'x' : 'y';
    const datasets = data.series.map((one, i) => ({
      label: one.label,
      data: one.values.map((value) => value ?? null),
      backgroundColor: i === 0 ? accent : edge,
      borderColor: colours[i % 2],
      borderWidth: 2,
      // Not by colour alone: the second series is dashed, or outlined.
      ...(data.type === 'line' && { borderDash: i ? [6, 4] : [], pointRadius: 4 }),
      ...(data.type === 'bar' && {
        borderRadius: 4,
        maxBarThickness: 26,
        ...(i > 0 && { backgroundColor: 'transparent' }),
      }),
    })) as ChartDataset[];
    return {
      type: data.type,
      data: { labels: [...data.labels], datasets },
      options: {
        indexAxis: data.isFlat ? 'y' : 'x',
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        locale: interfaceLocale(),
        color: ink,
        font: { family: 'system-ui, sans-serif' },
        scales: {
          [axis]: {
            beginAtZero: true,
            min: data.min,
            max: data.max,
            grid: { color: line },
            border: { display: false },
            ticks: { color: ink, precision: 0 },
          },
          [axis === 'x' ? 'y' : 'x']: {
            grid: { display: false },
            // Every bar has its name: where bars lie there is a line for each.
            ticks: { color: ink, ...(data.isFlat && { callback: shortened, autoSkip: false }) },
          },
        },
        plugins: { legend: { display: data.series.length > 1, labels: { color: ink, boxWidth: 14 } } },
      },
      plugins: [whiskers(data, ink)],
    };
  }

  protected override render() {
    const { data } = this;
    if (!data) return nothing;
    return html`<figure class="root chart">
      <div class="canvas"><canvas role="img" aria-label=${data.caption} height="220"></canvas></div>
      <div class="scroll" tabindex="0" role="group" aria-label=${data.caption}>
        <table>
          <caption>
            ${data.caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">${data.head}</th>
              ${data.series.map((one) => html`<th scope="col" class="number">${one.label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${data.labels.map(
              (label, i) =>
                html`<tr>
                  <th scope="row">${label}</th>
                  ${data.series.map((one) => html`<td class="number">${cellOf(one, i, data.unit)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </figure>`;
  }
}

function cellOf({ values, low, high }: Series, i: number, unit = ''): string {
  const value = values[i];
  if (value === undefined) return msg('masqué', { id: 'studio-withheld' });
  const [a, b] = [low?.[i], high?.[i]];
  const words = `${number(value)}${unit}`;
  return a === undefined || b === undefined
    ? words
    : msg(str`${words} (entre ${number(rounded(a))} et ${number(rounded(b))})`, {
        id: 'studio-interval',
      });
}

/** Chart.js draws no intervals: a whisker at each point that has one. */
function whiskers(data: ChartData, colour: string) {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      data.series.forEach(({ low, high }, s) => {
        if (!low || !high) return;
        const scale = data.isFlat ? chart.scales['x'] : chart.scales['y'];
        chart.getDatasetMeta(s).data.forEach((point, i) => {
          const [a, b] = [low[i], high[i]];
          if (a === undefined || b === undefined || !scale) return;
          const [from, to] = [scale.getPixelForValue(a), scale.getPixelForValue(b)];
          const at = (along: number, across: number): [number, number] =>
            data.isFlat ? [along, point.y + across] : [point.x + across, along];
          ctx.save();
          ctx.strokeStyle = colour;
          ctx.lineWidth = 1.5;
          ctx.beginPath();
          for (const [one, two] of [
            [at(from, 0), at(to, 0)],
            [at(from, -5), at(from, 5)],
            [at(to, -5), at(to, 5)],
          ] as const) {
            ctx.moveTo(...one);
            ctx.lineTo(...two);
          }
          ctx.stroke();
          ctx.restore();
        });
      });
    },
  };
}
