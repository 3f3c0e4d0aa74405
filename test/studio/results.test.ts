import { expect, fixture } from '@open-wc/testing';
import { Chart } from 'chart.js';
import { html, render } from 'lit';
import '../../src/studio/results/define-results.js';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type {
  CampaignResults,
  QuestionResult,
  ResultsOverview,
  Score,
} from '../../src/model/contract/index.js';
import { campaignView } from '../../src/studio/results/campaign-view.js';
import { overviewView } from '../../src/studio/results/overview-view.js';
import type { SentierStudioChart } from '../../src/studio/results/sentier-studio-chart.js';
import { numberWords } from '../../src/studio/words/formats.js';
import { answersChart, saidScore, scoreChart } from '../../src/studio/results/tables.js';
import { OVERVIEW, resultsOf } from '../../stories/studio/fake-results.js';

const score = (name: Score['name'], value: number, low: number, high: number): Score => ({
  name,
  value,
  low,
  high,
  n: 20,
});

describe('scores, as the studio says them', () => {
  for (const [name, given, said] of [
    ['csat', [0.4, 0.25, 0.6], [40, 25, 60]],
    ['share', [1, 0.75, 1], [100, 75, 100]],
    ['nps', [-36, -59.8, -4.5], [-36, -59.8, -4.5]],
    ['ces', [5.2, 4.1, 6], [5.2, 4.1, 6]],
    ['sus', [72.5, 60, 85], [72.5, 60, 85]],
  ] as const)
    it(`${name}: ${given.join(', ')} → ${said.join(', ')}`, () => {
      const { value, low, high } = saidScore(score(name, given[0], given[1], given[2]));
      expect([value, low, high]).to.deep.equal(said);
    });

  it('draws a share of satisfied people on a scale of 100', () => {
    const question = {
      id: 'q',
      title: 'Content\u202f?',
      kind: 'stars',
      by: {
        profile: { groups: [{ value: 'teacher', score: score('csat', 0.5, 0.25, 0.75) }] },
      },
    } as unknown as QuestionResult;
    const chart = scoreChart(question, 'profile');
    expect(chart).to.include({ min: 0, max: 100 });
    expect(chart!.series[0]).to.deep.include({ values: [50], low: [25], high: [75] });
  });
});

describe('what is not counted, or not told', () => {
  const wordsOf = (seesAll: boolean, outcomes?: object) => {
    const [first] = OVERVIEW.campaigns;
    const { id, kind, title, space, versions, current, version } = first!;
    const campaign = { id, kind, title, space, versions, current, version };
    const box = document.createElement('div');
    const overview = {
      ...OVERVIEW,
      campaigns: [{ ...campaign, ...(outcomes && { outcomes }) }],
    } as ResultsOverview;
    render(
      overviewView(overview, () => undefined, seesAll),
      box,
    );
    return box.querySelector('td.number')!.textContent.trim();
  };
  it('is nothing for who is told of everything', () => expect(wordsOf(true)).to.equal('0'));
  it('is withheld for others, and not called unshown', () => expect(wordsOf(false)).to.equal('masqué'));
  it('below nothing has a minus sign', () => expect(numberWords(-36)).to.equal('\u221236'));
});

describe('a chart whose bars lie', () => {
  it('names every one of them', async () => {
    const chart = document.createElement('sentier-studio-chart') as SentierStudioChart;
    const labels = Array.from({ length: 12 }, (_, i) => `Campagne ${i + 1}`);
    chart.data = {
      type: 'bar',
      isFlat: true,
      caption: 'A',
      head: 'B',
      labels,
      series: [{ label: 'C', values: labels.map(() => 1) }],
    };
    await fixture(html`${chart}`);
    const drawn = Chart.getChart(chart.shadowRoot!.querySelector('canvas')!)!;
    expect(drawn.scales['y']!.ticks).to.have.length(12);
    expect(chart.shadowRoot!.querySelector('.canvas')!.getBoundingClientRect().height).to.be.at.least(
      12 * 30,
    );
  });
});

describe('answers, as the studio shows them', () => {
  const question = (kind: string, answers: Record<string, number>, more: object = {}) =>
    ({
      id: 'q',
      kind,
      title: 'Q',
      options: [],
      by: {},
      total: { n: 12, answers },
      ...more,
    }) as QuestionResult;

  it('a date by its days, then what is left of each month, and of all', async () => {
    await setInterfaceLocale(['fr']);
    const chart = answersChart(
      question('date', { '?': 5, '2026-09': 6, '2026-09-14': 7, '2026-09-21': 8, '2026-10': 5, '2025': 9 }),
    );
    expect(chart!.labels).to.deep.equal([
      '2025',
      '14 sept. 2026',
      '21 sept. 2026',
      'septembre 2026, d’autres jours',
      'octobre 2026',
      'd’autres jours',
    ]);
    expect(chart!.series[0]!.values).to.deep.equal([9, 7, 8, 6, 5, 5]);
  });

  it('“other” by its label', () => {
    const options = [
      { id: '1', label: 'Le matin' },
      { id: 'other', label: 'Autre' },
    ];
    const chart = answersChart(question('choice', { other: 5, '1': 7 }, { options }));
    expect(chart!.labels).to.deep.equal(['Le matin', 'Autre']);
    expect(chart!.series[0]!.values).to.deep.equal([7, 5]);
  });

  it('words beside “other” are listed, or said to be too few', () => {
    const results = (texts?: string[]) =>
      ({
        ...resultsOf('barometre'),
        questions: [
          question(
            'choice',
            { other: 5 },
            { options: [{ id: 'other', label: 'Autre' }], ...(texts && { texts }) },
          ),
        ],
      }) as CampaignResults;
    const words = (texts?: string[]) => {
      const box = document.createElement('div');
      render(campaignView(results(texts)), box);
      return box.textContent;
    };
    expect(words(['le soir'])).to.include('le soir');
    expect(words()).to.include('Trop peu de textes');
  });
});
