// Asking before anything else: a plain form, its faults beside the boxes, and what happens after.

import { html } from 'hono/html';
import type { LocalDate } from '#clinical/instant.ts';
import { fill, type Words } from '#content/language.ts';
import { ask } from '#content/pages/ask.ts';
import { answerByDate } from './answer-by.ts';
import type { SiteContext } from './context.ts';
import { weekdayText } from './dates.ts';
import {
  emptyInquiryValues,
  type Inquiry,
  type InquiryChannel,
  type InquiryErrors,
  type InquiryField,
  type InquiryValues,
  inquiryChannels,
  inquirySources,
  inquiryTimes,
  letterLimits,
} from './inquiry-form.ts';
import { crisisSentence, layout } from './layout.ts';
import { type Html, nothing } from './markup.ts';
import { pageHead } from './reading-page.ts';

export type AskState = { readonly values: InquiryValues; readonly errors: InquiryErrors };

export function askPath(language: SiteContext['language']): string {
  return language === 'es' ? '/es/ask' : '/ask';
}

export function askPage(ctx: SiteContext, sent?: AskState): Html {
  const { language } = ctx;
  const say = sayer(ctx);
  const state = sent ?? fresh(ctx);
  const faults = Object.keys(state.errors).length;
  return layout(
    ctx,
    {
      path: askPath(language),
      title: faults > 0 ? say('notSent') : say('title'),
      description: promise(ctx),
      otherLanguagePath: askPath(language === 'es' ? 'en' : 'es'),
      unlisted: sent !== undefined,
    },
    html`<div class="wide">
${pageHead(say('title'), promise(ctx), html`<p>${fill(say('notHealthRecord'), { keptDays: ctx.clinic.inquiries.keptDays })}</p>`)}
<div class="with-aside ask-page">
<div>
${faults > 0 ? faultSummary(ctx, state.errors) : nothing}
<form class="ask-form" method="post" action="${askPath(language)}" novalidate>
${hidden(state.values)}
${messageField(ctx, state)}
${reachFields(ctx, state)}
<fieldset class="more"><legend>${say('more')}</legend>
${textField(ctx, state, 'calledName', 'name', 'namePrivacy', { autocomplete: 'nickname', kind: 'text' })}
${checkField(ctx, state)}
${selectField(ctx, state, 'bestTime', 'bestTime', 'bestTimePrivacy', [['', 'noPreference'], ...inquiryTimes.map((time) => [time, time] as const)])}
${selectField(ctx, state, 'language', 'language', 'languagePrivacy', [
  ['en', 'english'],
  ['es', 'spanish'],
])}
${selectField(ctx, state, 'heardFrom', 'heardFrom', 'heardFromPrivacy', [['', 'heardNoAnswer'], ...inquirySources.map((source) => [source, heardWords[source]] as const)])}
</fieldset>
<p><button class="send" type="submit">${say('send')}</button></p>
</form>
</div>
<aside class="aside"><div class="card crisis-card"><p>${say('crisis')}</p><p>${crisisSentence(ctx)}</p></div></aside>
</div>
</div>`,
  );
}

const heardWords = {
  clinician: 'heardClinician',
  friend: 'heardFriend',
  search: 'heardSearch',
  insurer: 'heardInsurer',
  other: 'heardOther',
} as const satisfies Record<(typeof inquirySources)[number], keyof typeof ask>;

/** The short form at the foot of a page: a question and a way to answer. */
export function askBlock(ctx: SiteContext): Html {
  const say = sayer(ctx);
  const state = fresh(ctx);
  return html`<section class="ask-block deep" aria-labelledby="ask">
<div class="wide ask-grid">
<div>
<h2 id="ask">${say('title')}</h2>
<p>${promise(ctx)}</p>
<p>${say('crisis')} ${crisisSentence(ctx)}</p>
</div>
<form class="ask-form" method="post" action="${askPath(ctx.language)}" novalidate>
${hidden(state.values)}
<input type="hidden" name="language" value="${ctx.language}">
${messageField(ctx, state)}
${reachFields(ctx, state)}
<p><button class="send" type="submit">${say('send')}</button></p>
</form>
</div>
</section>`;
}

export function thankYouPage(ctx: SiteContext, inquiry: Inquiry, answerBy: LocalDate): Html {
  const { language, clinic } = ctx;
  const say = sayer(ctx);
  const how: Readonly<Record<InquiryChannel, string>> = {
    email: say('byEmail'),
    text: say('byText'),
    call: say('byCall'),
  };
  return layout(
    ctx,
    { path: askPath(language), title: say('thanksTitle'), description: say('thanksTitle'), unlisted: true },
    html`<div class="wide">
${pageHead(
  say('thanksTitle'),
  fill(say('thanksBy'), {
    answeredBy: clinic.inquiries.answeredBy[language],
    channel: how[inquiry.channel],
    date: weekdayText(answerBy, language),
  }),
  html`<p>${fill(say('thanksLate'), { phone: clinic.phone })}</p>`,
)}
<div class="with-aside">
<section aria-labelledby="next"><h2 id="next">${say('nextHeading')}</h2>
<ol class="posts">
<li><h3>${say('nextRead')}</h3><p>${say('nextReadText')}</p></li>
<li><h3>${say('nextAnswer')}</h3><p>${say('nextAnswerText')}</p></li>
<li><h3>${say('nextYou')}</h3><p>${say('nextYouText')}</p></li>
</ol>
<p><a href="${language === 'es' ? '/es/first-session' : '/first-session'}">${say('keepReading')}</a></p></section>
<aside class="aside"><div class="card crisis-card"><p>${say('crisis')}</p><p>${crisisSentence(ctx)}</p></div></aside>
</div>
</div>`,
  );
}

function sayer(ctx: SiteContext): (key: keyof typeof ask) => string {
  return (key) => (ask[key] satisfies Words)[ctx.language];
}

function fresh(ctx: SiteContext): AskState {
  return { values: emptyInquiryValues(ctx.inquiryId, ctx.language), errors: {} };
}

function promise(ctx: SiteContext): string {
  const { clinic, language } = ctx;
  const say = sayer(ctx);
  const { workingDays, answeredBy } = clinic.inquiries;
  const days = workingDays === 1 ? say('workingDay') : fill(say('workingDays'), { count: workingDays });
  const date = answerByDate(clinic, ctx.now);
  const lead = fill(say('lead'), { answeredBy: answeredBy[language], days });
  return date === null ? lead : `${lead} ${fill(say('byDate'), { date: weekdayText(date, language) })}`;
}

function hidden(values: InquiryValues): Html {
  return html`<input type="hidden" name="inquiryId" value="${values.inquiryId}">`;
}

function faultSummary(ctx: SiteContext, errors: InquiryErrors): Html {
  const say = sayer(ctx);
  const fields = Object.keys(errors).filter(isShownField);
  const count = fields.length;
  return html`<div class="faults" role="alert">
<h2>${say('notSent')}</h2>
${
  count === 0
    ? nothing
    : html`<p>${count === 1 ? say('notSentOne') : fill(say('notSentSome'), { count })}</p>
<ul>${fields.map((field) => html`<li><a href="#ask-${field === 'channel' ? 'channel-email' : field}">${faultText(ctx, errors, field)}</a></li>`)}</ul>`
}
${errors.inquiryId ? html`<p>${say(errors.inquiryId)}</p>` : nothing}
</div>`;
}

function isShownField(name: string): name is 'message' | 'calledName' | 'email' | 'phone' | 'channel' {
  return ['message', 'calledName', 'email', 'phone', 'channel'].includes(name);
}

function faultText(ctx: SiteContext, errors: InquiryErrors, field: InquiryField): string {
  const fault = errors[field];
  if (fault === undefined) return '';
  const limits: Readonly<Partial<Record<InquiryField, number>>> = letterLimits;
  return fill(sayer(ctx)(fault), { limit: limits[field] ?? 0 });
}

function fault(ctx: SiteContext, errors: InquiryErrors, field: InquiryField): Html {
  return errors[field] === undefined
    ? nothing
    : html`<span class="fault" id="fault-${field}">${faultMark}${faultText(ctx, errors, field)}</span>`;
}

const faultMark = html`<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.4"/><path d="M7.5 12h9" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg>`;

function describedBy(errors: InquiryErrors, field: InquiryField, hint: boolean): Html {
  const ids = [...(hint ? [`hint-${field}`] : []), ...(errors[field] ? [`fault-${field}`] : [])];
  return html`${ids.length === 0 ? nothing : html` aria-describedby="${ids.join(' ')}"`}${errors[field] ? html` aria-invalid="true"` : nothing}`;
}

function messageField(ctx: SiteContext, state: AskState): Html {
  const say = sayer(ctx);
  return html`<div class="field"><label for="ask-message">${say('message')}</label>
<span class="hint" id="hint-message">${say('messagePrivacy')} ${say('optional')}.</span>
<textarea id="ask-message" name="message" rows="4" class="sand-box"${describedBy(state.errors, 'message', true)}>${state.values.message}</textarea>
${fault(ctx, state.errors, 'message')}</div>`;
}

function reachFields(ctx: SiteContext, state: AskState): Html {
  const say = sayer(ctx);
  return html`<fieldset class="reach"><legend>${say('reachHeading')} <span class="hint">${say('reachHint')}</span></legend>
<div class="two">
${textField(ctx, state, 'email', 'email', 'emailPrivacy', { autocomplete: 'email', kind: 'email' })}
${textField(ctx, state, 'phone', 'phone', 'phonePrivacy', { autocomplete: 'tel', kind: 'tel' })}
</div>
<fieldset class="channel"${describedBy(state.errors, 'channel', false)}><legend>${say('channel')}</legend>
<div class="pills">${inquiryChannels.map(
    (channel) =>
      html`<label class="pill"><input type="radio" id="ask-channel-${channel}" name="channel" value="${channel}"${state.values.channel === channel ? html` checked` : nothing}><span>${say(channelWords[channel])}</span></label>`,
  )}</div>
${fault(ctx, state.errors, 'channel')}</fieldset>
</fieldset>`;
}

const channelWords = {
  email: 'channelEmail',
  text: 'channelText',
  call: 'channelCall',
} as const satisfies Record<InquiryChannel, keyof typeof ask>;

function textField(
  ctx: SiteContext,
  state: AskState,
  field: 'calledName' | 'email' | 'phone',
  label: keyof typeof ask,
  privacy: keyof typeof ask,
  input: { readonly autocomplete: string; readonly kind: string },
): Html {
  const say = sayer(ctx);
  return html`<div class="field"><label for="ask-${field}">${say(label)}</label>
<span class="hint" id="hint-${field}">${fill(say(privacy), { phone: ctx.clinic.phone })}</span>
<input id="ask-${field}" name="${field}" type="${input.kind}" autocomplete="${input.autocomplete}" value="${state.values[field]}"${describedBy(state.errors, field, true)}>
${fault(ctx, state.errors, field)}</div>`;
}

function checkField(ctx: SiteContext, state: AskState): Html {
  const say = sayer(ctx);
  return html`<div class="field"><label class="check"><input type="checkbox" name="mayNameClinic" value="yes" aria-describedby="hint-mayNameClinic"${
    state.values.mayNameClinic === 'yes' ? html` checked` : nothing
  }><span>${say('mayNameClinic')}</span></label><span class="hint" id="hint-mayNameClinic">${say('mayNameClinicHint')}</span></div>`;
}

function selectField(
  ctx: SiteContext,
  state: AskState,
  field: 'bestTime' | 'language' | 'heardFrom',
  label: keyof typeof ask,
  privacy: keyof typeof ask,
  choices: readonly (readonly [string, keyof typeof ask])[],
): Html {
  const say = sayer(ctx);
  return html`<div class="field"><label for="ask-${field}">${say(label)}</label>
<span class="hint" id="hint-${field}">${say(privacy)}</span>
<select id="ask-${field}" name="${field}" aria-describedby="hint-${field}">${choices.map(
    ([value, name]) =>
      html`<option value="${value}"${state.values[field] === value ? html` selected` : nothing}>${say(name)}</option>`,
  )}</select></div>`;
}
