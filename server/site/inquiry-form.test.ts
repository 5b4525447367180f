import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { letterLimits, parseInquiryForm } from './inquiry-form.ts';

const inquiryId = '7d1f5c1e-4a52-4a63-9b1c-2f3e4d5c6b7a';

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ inquiryId, ...fields })) data.set(name, value);
  return data;
}

describe('a question sent to the clinic', () => {
  it('needs nothing but a way to answer', () => {
    const parsed = parseInquiryForm(form({ email: 'ana@example.org' }));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.inquiry, {
      inquiryId,
      message: null,
      calledName: null,
      email: 'ana@example.org',
      phone: null,
      channel: 'email',
      mayNameClinic: false,
      bestTime: null,
      language: 'en',
      heardFrom: null,
    });
  });

  it('keeps everything a person chose to say', () => {
    const parsed = parseInquiryForm(
      form({
        message: ' I take lorazepam.\r\nIs that a problem? ',
        calledName: 'Ana',
        email: 'ana@example.org',
        phone: '(203) 555-0142',
        channel: 'call',
        mayNameClinic: 'yes',
        bestTime: 'morning',
        language: 'es',
        heardFrom: 'friend',
      }),
    );
    assert.ok(parsed.ok);
    assert.equal(parsed.inquiry.message, 'I take lorazepam.\nIs that a problem?');
    assert.equal(parsed.inquiry.channel, 'call');
    assert.equal(parsed.inquiry.mayNameClinic, true);
    assert.equal(parsed.inquiry.bestTime, 'morning');
    assert.equal(parsed.inquiry.language, 'es');
    assert.equal(parsed.inquiry.heardFrom, 'friend');
  });

  const faults = [
    ['nothing to answer to', { message: 'Hello' }, { email: 'no-way-to-answer' }],
    ['an address without a host', { email: 'ana@' }, { email: 'email-unreadable' }],
    ['an address without a dot', { email: 'ana@example' }, { email: 'email-unreadable' }],
    ['two addresses in one box', { email: 'a@b.org, c@d.org' }, { email: 'email-unreadable' }],
    ['six digits of phone', { phone: '555014', channel: 'call' }, { phone: 'phone-unreadable' }],
    [
      'sixteen digits of phone',
      { phone: '1234567890123456', channel: 'call' },
      { phone: 'phone-unreadable' },
    ],
    ['letters in the phone', { phone: '555 0142 ext', channel: 'call' }, { phone: 'phone-unreadable' }],
    ['a phone and no way picked', { phone: '555 0142' }, { channel: 'channel-missing' }],
    [
      'both ways and none picked',
      { email: 'ana@example.org', phone: '555 0142' },
      { channel: 'channel-missing' },
    ],
    [
      'email picked without an address',
      { phone: '555 0142', channel: 'email' },
      { channel: 'channel-needs-email' },
    ],
    [
      'a call picked without a number',
      { email: 'ana@example.org', channel: 'call' },
      { channel: 'channel-needs-phone' },
    ],
    [
      'a message over the limit',
      { email: 'ana@example.org', message: 'a'.repeat(letterLimits.message + 1) },
      { message: 'too-long' },
    ],
    ['a lost form number', { email: 'ana@example.org', inquiryId: 'x' }, { inquiryId: 'form-too-old' }],
  ] as const;
  for (const [what, fields, errors] of faults)
    it(`is handed back with ${what}, and with all that was typed`, () => {
      const parsed = parseInquiryForm(form(fields));
      assert.ok(!parsed.ok);
      assert.deepEqual(parsed.errors, errors);
      for (const [name, value] of Object.entries(fields))
        assert.equal(parsed.values[name as keyof typeof parsed.values], value);
    });

  it('is taken at the limit, with seven and with fifteen digits', () => {
    assert.ok(
      parseInquiryForm(form({ email: 'ana@example.org', message: 'a'.repeat(letterLimits.message) })).ok,
    );
    assert.ok(parseInquiryForm(form({ phone: '555 0142', channel: 'text' })).ok);
    assert.ok(parseInquiryForm(form({ phone: '+123456789012345', channel: 'text' })).ok);
  });

  it('never takes an answer that was not among the choices', () => {
    const parsed = parseInquiryForm(
      form({
        email: 'ana@example.org',
        bestTime: 'midnight',
        heardFrom: 'spy',
        language: 'fr',
        mayNameClinic: 'on',
      }),
    );
    assert.ok(parsed.ok);
    assert.equal(parsed.inquiry.bestTime, null);
    assert.equal(parsed.inquiry.heardFrom, null);
    assert.equal(parsed.inquiry.language, 'en');
    assert.equal(parsed.inquiry.mayNameClinic, false);
  });

  it('ignores a file put where words belong', () => {
    const data = form({ email: 'ana@example.org' });
    data.set('message', new Blob(['x']));
    const parsed = parseInquiryForm(data);
    assert.ok(parsed.ok);
    assert.equal(parsed.inquiry.message, null);
  });
});
