// What a stranger sent us, read with care: nothing is guessed, nothing typed is lost, and each fault says what to do.

import type { Language } from '#content/language.ts';

export const inquiryChannels = ['email', 'text', 'call'] as const;
export type InquiryChannel = (typeof inquiryChannels)[number];
export const inquiryTimes = ['morning', 'afternoon', 'evening'] as const;
export type InquiryTime = (typeof inquiryTimes)[number];
export const inquirySources = ['clinician', 'friend', 'search', 'insurer', 'other'] as const;
export type InquirySource = (typeof inquirySources)[number];

export type Inquiry = {
  /** Made when the form was drawn; sending twice is sending once. */
  readonly inquiryId: string;
  readonly message: string | null;
  readonly calledName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: InquiryChannel;
  readonly mayNameClinic: boolean;
  readonly bestTime: InquiryTime | null;
  readonly language: Language;
  readonly heardFrom: InquirySource | null;
};

export type InquiryFault =
  | 'no-way-to-answer'
  | 'email-unreadable'
  | 'phone-unreadable'
  | 'channel-missing'
  | 'channel-needs-email'
  | 'channel-needs-phone'
  | 'too-long'
  | 'form-too-old';

export const inquiryFields = [
  'inquiryId',
  'message',
  'calledName',
  'email',
  'phone',
  'channel',
  'mayNameClinic',
  'bestTime',
  'language',
  'heardFrom',
] as const;
export type InquiryField = (typeof inquiryFields)[number];
export type InquiryValues = Readonly<Record<InquiryField, string>>;
export type InquiryErrors = Readonly<Partial<Record<InquiryField, InquiryFault>>>;

export type ParsedInquiry =
  | { readonly ok: true; readonly inquiry: Inquiry }
  | { readonly ok: false; readonly errors: InquiryErrors; readonly values: InquiryValues };

export const letterLimits = { message: 4000, calledName: 80, email: 254, phone: 40 } as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function emptyInquiryValues(inquiryId: string, language: Language): InquiryValues {
  return {
    inquiryId,
    message: '',
    calledName: '',
    email: '',
    phone: '',
    channel: '',
    mayNameClinic: '',
    bestTime: '',
    language,
    heardFrom: '',
  };
}

export function parseInquiryForm(form: { get(name: string): unknown }): ParsedInquiry {
  const read = (name: InquiryField) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : '';
  };
  const values: InquiryValues = {
    inquiryId: read('inquiryId'),
    message: read('message'),
    calledName: read('calledName'),
    email: read('email'),
    phone: read('phone'),
    channel: read('channel'),
    mayNameClinic: read('mayNameClinic'),
    bestTime: read('bestTime'),
    language: read('language'),
    heardFrom: read('heardFrom'),
  };
  const errors: Partial<Record<InquiryField, InquiryFault>> = {};
  if (!uuid.test(values.inquiryId)) errors.inquiryId = 'form-too-old';
  if (values.email === '' && values.phone === '') errors.email = 'no-way-to-answer';
  if (values.email !== '' && !isEmail(values.email)) errors.email = 'email-unreadable';
  if (values.phone !== '' && !isPhone(values.phone)) errors.phone = 'phone-unreadable';
  const channel = chosenChannel(values);
  if (channel === null && errors.email !== 'no-way-to-answer') errors.channel = 'channel-missing';
  if (channel === 'email' && values.email === '' && values.phone !== '')
    errors.channel = 'channel-needs-email';
  if ((channel === 'text' || channel === 'call') && values.phone === '' && values.email !== '')
    errors.channel = 'channel-needs-phone';
  for (const field of ['message', 'calledName', 'email', 'phone'] as const)
    if (values[field].length > letterLimits[field]) errors[field] = 'too-long';
  if (Object.keys(errors).length > 0 || channel === null) return { ok: false, errors, values };
  return {
    ok: true,
    inquiry: {
      inquiryId: values.inquiryId.toLowerCase(),
      message: values.message || null,
      calledName: values.calledName || null,
      email: values.email || null,
      phone: values.phone || null,
      channel,
      mayNameClinic: values.mayNameClinic === 'yes',
      bestTime: inquiryTimes.find((time) => time === values.bestTime) ?? null,
      language: values.language === 'es' ? 'es' : 'en',
      heardFrom: inquirySources.find((source) => source === values.heardFrom) ?? null,
    },
  };
}

// Someone who gave only an email has said how to answer. A phone number leaves text and call open, so it is asked.
function chosenChannel(values: InquiryValues): InquiryChannel | null {
  const chosen = inquiryChannels.find((channel) => channel === values.channel);
  if (chosen) return chosen;
  return values.email !== '' && values.phone === '' ? 'email' : null;
}

function isEmail(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(text);
}

// Seven digits is the shortest number a local call can have; fifteen is the longest in the world (E.164).
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^[+\d\s().-]+$/.test(text) && digits >= 7 && digits <= 15;
}
