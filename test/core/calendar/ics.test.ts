import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, toIcs } from '../../../src/core/calendar/ics.js';

const NOW = Date.parse('2026-09-01T06:00:00Z');
const MEETING: CalendarEvent = {
  uid: 'reunion-cm2@ent-demo',
  revision: 3,
  title: 'Réunion, «\u00a0CM2\u00a0»\u202f; salle 1\\2',
  start: '2026-09-17T18:00',
  end: '2026-09-17T19:30',
  location: 'École Jules-Valadon, salle polyvalente',
  description: 'Au programme\u00a0:\r\n- l’ENT\u202f;\n- le collège.',
  url: 'https://ent.example/reunion?a=1,2;b',
};
const bytes = (text: string): number => new TextEncoder().encode(text).length;
function read(ics: string) {
  const event = new ICAL.Component(ICAL.parse(ics) as unknown[]).getFirstSubcomponent('vevent')!;
  return { component: event, event: new ICAL.Event(event) };
}
const instantsOf = (more: Partial<CalendarEvent>, zone?: string): [string, string] => {
  const { event } = read(toIcs({ ...MEETING, ...more }, NOW, zone));
  return [event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()];
};

describe('a calendar file', () => {
  it('is read by a calendar’s parser as it was meant', () => {
    const { event, component } = read(toIcs(MEETING, NOW, 'Europe/Paris'));
    expect(event.summary).to.equal(MEETING.title);
    expect(event.location).to.equal(MEETING.location);
    expect(event.description).to.equal('Au programme\u00a0:\n- l’ENT\u202f;\n- le collège.');
    expect(event.uid).to.equal(MEETING.uid);
    expect(event.sequence).to.equal(3);
    expect(component.getFirstPropertyValue('url')).to.equal(MEETING.url);
    expect(String(component.getFirstPropertyValue('dtstamp'))).to.equal('2026-09-01T06:00:00Z');
  });

  for (const [what, start, zone, instant] of [
    ['summer in Paris', '2026-09-17T18:00', 'Europe/Paris', '2026-09-17T16:00:00.000Z'],
    ['winter in Paris', '2026-12-17T18:00', 'Europe/Paris', '2026-12-17T17:00:00.000Z'],
    ['the day before clocks go back', '2026-10-24T18:00', 'Europe/Paris', '2026-10-24T16:00:00.000Z'],
    ['the day clocks go back', '2026-10-25T18:00', 'Europe/Paris', '2026-10-25T17:00:00.000Z'],
    ['the hour that is there twice', '2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['the day clocks go forward', '2027-03-28T18:00', 'Europe/Paris', '2027-03-28T16:00:00.000Z'],
    ['Réunion', '2026-09-17T18:00', 'Indian/Reunion', '2026-09-17T14:00:00.000Z'],
    ['Martinique', '2026-09-17T18:00', 'America/Martinique', '2026-09-17T22:00:00.000Z'],
    ['a time with its own offset', '2026-09-17T18:00:00+02:00', 'Indian/Reunion', '2026-09-17T16:00:00.000Z'],
  ] as const)
    it(`has the right instant in ${what}`, () => {
      expect(instantsOf({ start, end: undefined }, zone)[0]).to.equal(instant);
    });

  it('spans a change of clocks by the hours that pass', () => {
    expect(instantsOf({ start: '2026-10-24T20:00', end: '2026-10-25T08:00' }, 'Europe/Paris')).to.deep.equal([
      '2026-10-24T18:00:00.000Z',
      '2026-10-25T07:00:00.000Z',
    ]);
  });

  for (const [what, dates, first, last] of [
    ['one day', { start: '2026-10-25', end: undefined }, '2026-10-25', '2026-10-26'],
    ['several days', { start: '2026-10-17', end: '2026-11-01' }, '2026-10-17', '2026-11-02'],
    ['an end before the start', { start: '2026-10-17', end: '2026-10-01' }, '2026-10-17', '2026-10-18'],
  ] as const)
    it(`is a whole day, whatever the zone, for ${what}`, () => {
      const { event } = read(toIcs({ ...MEETING, ...dates }, NOW, 'America/Martinique'));
      expect([event.startDate.isDate, String(event.startDate), String(event.endDate)]).to.deep.equal([
        true,
        first,
        last,
      ]);
    });

  it('leaves out an end that is before the start', () => {
    const ics = toIcs({ ...MEETING, end: '2026-09-17T17:00' }, NOW, 'Europe/Paris');
    expect(ics).not.to.contain('DTEND');
  });

  it('leaves out an address that is none', () => {
    for (const url of ['javascript:alert(1)', 'https://a b', 'x\r\nATTACH:evil', 'https://a"b'])
      expect(toIcs({ ...MEETING, url }, NOW), url).not.to.match(/URL|ATTACH:/);
  });

  it('cannot be made of a start that is no date', () => {
    expect(() => toIcs({ ...MEETING, start: 'jeudi' }, NOW)).to.throw(RangeError);
  });

  it('folds at 75 octets, between characters, and ends every line by CR LF', () => {
    const title = 'é'.repeat(60) + '👩‍🏫'.repeat(20);
    const ics = toIcs({ ...MEETING, title }, NOW);
    for (const line of ics.split('\r\n')) expect(bytes(line)).to.be.at.most(75);
    expect(ics.replace(/\r\n/g, '')).not.to.match(/[\r\n]/);
    expect(ics.endsWith('\r\n')).to.be.true;
    expect(read(ics).event.summary).to.equal(title);
  });

  it('gives back whatever was written, and lets no property in through it', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, words, (title, location) => {
        const ics = toIcs({ ...MEETING, title, location }, NOW, 'Europe/Paris');
        for (const line of ics.split('\r\n')) expect(bytes(line)).to.be.at.most(75);
        const { component } = read(ics);
        expect(component.getAllProperties().map(({ name }) => name)).to.not.include('attach');
        const kept = title.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
        expect(component.getFirstPropertyValue('summary') ?? '').to.equal(kept);
      }),
      { numRuns: 200 },
    );
  });
});
