import { expect } from '@open-wc/testing';
import { parseJson } from '../../src/model/safe-json.js';

// [what it is about, JSON, what is left of it]
const ROWS: [string, string, string][] = [
  ['keeps what is harmless', '{"a":[1,{"b":null}],"c":"d"}', '{"a":[1,{"b":null}],"c":"d"}'],
  ['drops __proto__', '{"__proto__":{"polluted":1},"a":1}', '{"a":1}'],
  ['drops constructor and prototype', '{"constructor":{"prototype":{"x":1}},"prototype":2,"a":1}', '{"a":1}'],
  ['drops them at any depth', '{"a":[{"b":{"__proto__":1,"c":2}}]}', '{"a":[{"b":{"c":2}}]}'],
  [
    'drops them when spelt with escapes',
    '{"\\u005f_proto__":1,"c\\u006fnstructor":2,"\\u0070rototype":3}',
    '{}',
  ],
  [
    'keeps them as values, and within longer names',
    '{"a":"__proto__","my__proto__":1}',
    '{"a":"__proto__","my__proto__":1}',
  ],
  ['keeps texts with escapes', '{"a":"\\u00e9t\\u00e9"}', '{"a":"été"}'],
  ['reads what is no object', '[1,"a",null]', '[1,"a",null]'],
];

describe('parseJson', () => {
  for (const [name, json, left] of ROWS) {
    it(name, () => void expect(JSON.stringify(parseJson(json))).to.equal(left));
  }

  it('leaves nothing to pollute with', () => {
    const parsed = parseJson('{"__proto__":{"polluted":true}}');
    const copy = Object.assign({}, parsed) as { polluted?: boolean };
    expect(copy.polluted).to.equal(undefined);
    expect(Object.getPrototypeOf(copy)).to.equal(Object.prototype);
  });

  it('throws on what is not JSON', () => {
    expect(() => parseJson('<!doctype html>')).to.throw(SyntaxError);
  });
});
