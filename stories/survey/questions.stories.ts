import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { ADULT, asking, BRANCHES, PUPIL } from './survey-fixtures.js';
import { render } from './survey.stories.js';
import type { SurveyArgs } from './survey.stories.js';

const meta: Meta<SurveyArgs> = {
  title: 'Enquête/Questions',
  component: 'sentier-survey',
  render,
  argTypes: {
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
    audience: { control: 'inline-radio', options: [undefined, 'pupil'] },
  },
};
export default meta;

type Story = StoryObj<SurveyArgs>;

const adult = (kind: string): Story => ({
  args: { content: asking(ADULT[kind]!), delivery: 'sent' },
});
const pupil = (kind: string): Story => ({
  args: {
    content: asking(PUPIL[kind]!, { title: 'Ton avis', freeTextForPupils: true }),
    audience: 'pupil',
    delivery: 'sent',
  },
});

export const Nps: Story = { name: 'Recommandation (NPS)', ...adult('nps') };
export const NpsPupil: Story = { name: 'Recommandation, élève', ...pupil('nps') };
export const Rating: Story = { name: 'Satisfaction en chiffres', ...adult('rating') };
export const RatingPupil: Story = { name: 'Satisfaction en chiffres, élève', ...pupil('rating') };
export const Stars: Story = { name: 'Étoiles', ...adult('stars') };
export const StarsPupil: Story = { name: 'Étoiles, élève', ...pupil('stars') };
export const Faces: Story = { name: 'Visages', ...adult('faces') };
export const FacesPupil: Story = { name: 'Visages, élève', ...pupil('faces') };
export const Effort: Story = { name: 'Effort (CES)', ...adult('effort') };
export const EffortPupil: Story = { name: 'Effort, élève', ...pupil('effort') };
export const Choice: Story = { name: 'Choix unique, avec «\u00a0Autre\u00a0»', ...adult('choice') };
export const ChoicePupil: Story = { name: 'Choix unique, élève', ...pupil('choice') };
export const Choices: Story = { name: 'Choix multiple', ...adult('choices') };
export const ChoicesPupil: Story = { name: 'Choix multiple, élève', ...pupil('choices') };
export const Pictures: Story = { name: 'Choix en images', ...adult('pictures') };
export const PicturesPupil: Story = { name: 'Choix en images, élève', ...pupil('pictures') };
export const Matrix: Story = { name: 'Degrés d’accord (Likert)', ...adult('matrix') };
export const Table: Story = { name: 'Tableau', ...adult('table') };
export const MatrixPupil: Story = { name: 'Tableau, élève', ...pupil('matrix') };
export const Ranking: Story = { name: 'Classement', ...adult('ranking') };
export const RankingPupil: Story = { name: 'Classement, élève', ...pupil('ranking') };
export const ShortText: Story = { name: 'Texte court', ...adult('text') };
export const ShortTextPupil: Story = { name: 'Texte court, élève', ...pupil('text') };
export const LongText: Story = { name: 'Texte long', ...adult('longtext') };
export const LongTextPupil: Story = { name: 'Texte long, élève', ...pupil('longtext') };
export const Day: Story = { name: 'Date', ...adult('date') };
export const DayPupil: Story = { name: 'Date, élève', ...pupil('date') };
export const YesNo: Story = { name: 'Oui ou non', ...adult('boolean') };
export const YesNoPupil: Story = { name: 'Oui ou non, élève', ...pupil('boolean') };
export const Usability: Story = { name: 'Facilité d’usage, dix phrases', ...adult('usability') };
export const Information: Story = { name: 'Page d’information', ...adult('info') };
export const InformationPupil: Story = { name: 'Page d’information, élève', ...pupil('info') };
export const Branches: Story = {
  name: 'Branches et réponses citées',
  args: { content: BRANCHES, delivery: 'sent', dimensions: { profile: 'teacher' }, profiles: ['teacher'] },
};
