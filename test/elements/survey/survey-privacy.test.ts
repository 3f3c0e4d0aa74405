import { expect } from '@open-wc/testing';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import { durationWords } from '../../../src/elements/survey/notice.js';
import * as stories from '../../../stories/survey/survey.stories.js';
import { find, has, next, pick, says, shown, toText, type, words } from './helpers.js';

const { ArabicContent, Inline, OneQuestion, Pupils, PupilsWithText } = stories;

describe('sentier-survey: privacy', () => {
  it('says who asks, why, how long and how to object, before the first question', async () => {
    const survey = await shown(Inline);
    expect(words(survey, '.notice')).to.match(
      /facultatif.*DSDEN de la Haute-Garonne.*pour l’améliorer.*12\u00a0mois au plus.*dpd@academie\.example/,
    );
    next(survey);
    expect(has(survey, '.notice')).to.equal(false);
  });

  it('stands before the question where there is no first page', async () => {
    const survey = await shown(OneQuestion);
    const order = find(survey, '.notice').compareDocumentPosition(find(survey, 'fieldset'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).not.to.equal(0);
  });

  it('lists what is sent, all of it', async () => {
    const survey = await shown(OneQuestion, {
      dimensions: { profile: 'teacher', degree: '1d', school: '0750001A' },
    });
    const items = [...survey.shadowRoot!.querySelectorAll('details li')].map((li) => li.textContent);
    expect(items).to.deep.equal([
      'les réponses',
      'le jour, sans l’heure',
      'le nom de l’enquête et un numéro tiré au hasard, pour ne la compter qu’une fois',
      'le profil\u00a0: enseignant',
      'le degré\u00a0: premier',
      'l’établissement\u00a0: 0750001A',
    ]);
  });

  it('has words of its own where the campaign has none', async () => {
    const survey = await shown(Inline, { content: { ...Inline.args.content, privacy: undefined } });
    expect(words(survey, '.notice')).to.match(
      /organisme qui gère.*améliorer.*25\u00a0mois.*référent numérique/,
    );
  });

  it('speaks to pupils as to pupils', async () => {
    const survey = await shown(Pupils);
    expect(words(survey, '.notice')).to.match(
      /Tu réponds si tu veux.*Pourquoi\u202f\?.*un adulte de ton école/,
    );
    expect(words(survey, '.notice')).not.to.match(/\b[Vv]ous\b|\b[Vv]otre\b/);
    expect(getComputedStyle(find(survey, '.card')).fontSize).to.equal('18px');
  });

  it('asks pupils no free text, unless the campaign does', async () => {
    const survey = await shown(Pupils);
    next(survey);
    expect(words(survey, '#progress')).to.equal('Question 1 sur 2');
    const open = await shown(PupilsWithText);
    next(open);
    expect(words(open, '#progress')).to.equal('Question 1 sur 3');
  });

  it('asks for no names in a text, and warns of what looks like one’s own data', async () => {
    const survey = await shown(Inline);
    toText(survey);
    const field = find(survey, '.text');
    expect(words(survey, '#hint')).to.contain('Pas de nom');
    expect(field.getAttribute('aria-describedby')!.split(' ')).to.include.members(['hint', 'personal']);
    type(survey, 'je suis au 06 12 34 56 78');
    expect(words(survey, '#personal')).to.contain('numéro de téléphone');
    await says(survey, /numéro de téléphone/);
    type(survey, 'rien');
    expect(words(survey, '#personal')).to.equal('');
  });

  it('never keeps anyone from sending because of it', async () => {
    const survey = await shown(Inline);
    toText(survey);
    type(survey, 'a@b.fr');
    next(survey);
    expect(has(survey, '#error')).to.equal(true);
    expect(words(survey, '#error')).to.equal('');
  });
});

describe('sentier-survey: languages', () => {
  it('marks each block with its own language and direction', async () => {
    const survey = await shown(ArabicContent);
    expect(find(survey, '.root').lang).to.equal('fr');
    expect(find(survey, '.root').dir).to.equal('ltr');
    expect(find(survey, '#title').dir).to.equal('rtl');
    expect(find(survey, '#name').lang).to.equal('ar');
    expect(find(survey, '.body').dir).to.equal('rtl');
    expect(getComputedStyle(find(survey, '.notice')).direction).to.equal('ltr');
    next(survey);
    expect(find(survey, '#title span').lang).to.equal('ar');
    expect(find(survey, '.pick span').lang).to.equal('ar');
    expect(getComputedStyle(find(survey, '.pick')).direction).to.equal('rtl');
    pick(survey, 0);
    expect(getComputedStyle(find(survey, '#progress')).direction).to.equal('ltr');
  });

  for (const [duration, expected] of [
    ['P25M', '25 mois'],
    ['P1Y', '1 an'],
    ['P1Y6M', '1 an 6 mois'],
    ['P30D', '30 jours'],
    ['P2W', '2 semaines'],
    ['PT10M', ''],
    ['soon', ''],
  ])
    it(`${duration} is "${expected}"`, () =>
      expect(durationWords(duration!, 'fr').replace(/\s/g, ' ')).to.equal(expected));

  for (const locale of ['en', 'ar'])
    it(`how long is said in ${locale} as Intl says it`, async () => {
      await setInterfaceLocale([locale]);
      const said = (unit: string, count: number) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
      const plain = (text: string) => text.replace(/\s/g, ' ');
      for (const [letter, unit] of Object.entries({ Y: 'year', M: 'month', W: 'week', D: 'day' }))
        for (const count of [1, 2, 5, 25])
          expect(plain(durationWords(`P${count}${letter}`, locale))).to.equal(plain(said(unit, count)));
      await setInterfaceLocale(['fr']);
    });
});
