// Turns one catalog sentence into Lingui's compiled form: arguments, plural and select, nothing more.
// The full ICU compiler costs a phone several kilobytes for forms our sentences never use.
import type { I18n } from '@lingui/core';

type CompiledMessage = ReturnType<Parameters<I18n['setMessagesCompiler']>[0]>;
type Token = CompiledMessage[number];

class Reader {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  get done(): boolean {
    return this.at >= this.text.length;
  }
  peek(): string {
    return this.text.charAt(this.at);
  }
  until(stops: string): string {
    const start = this.at;
    while (!this.done && !stops.includes(this.peek())) this.at += 1;
    return this.text.slice(start, this.at);
  }
  skipSpace(): void {
    while (/\s/.test(this.peek())) this.at += 1;
  }
  take(expected: string): void {
    if (this.peek() !== expected) {
      throw new Error(`Expected "${expected}" at ${this.at} in: ${this.text}`);
    }
    this.at += 1;
  }
}

function readForms(reader: Reader): Record<string, CompiledMessage> {
  const forms: Record<string, CompiledMessage> = {};
  for (;;) {
    reader.skipSpace();
    if (reader.peek() === '}' || reader.done) return forms;
    const name = reader.until('{ \n').trim();
    reader.skipSpace();
    reader.take('{');
    const words = readTokens(reader, true);
    reader.take('}');
    forms[name.replace(/^=/, '')] = words;
  }
}

function readArgument(reader: Reader): Token {
  reader.take('{');
  const name = reader.until(',}').trim();
  if (reader.peek() === '}') {
    reader.take('}');
    return [name];
  }
  reader.take(',');
  const kind = reader.until(',}').trim();
  if (kind !== 'plural' && kind !== 'select') throw new Error(`Unknown form "${kind}" in: ${reader.text}`);
  reader.take(',');
  const forms = readForms(reader);
  reader.take('}');
  return [name, kind, forms];
}

function readTokens(reader: Reader, inForm: boolean): CompiledMessage {
  const tokens: Token[] = [];
  while (!reader.done && reader.peek() !== '}') {
    if (reader.peek() === '{') tokens.push(readArgument(reader));
    else if (inForm && reader.peek() === '#') {
      reader.take('#');
      tokens.push('#');
    } else tokens.push(reader.until(inForm ? '{}#' : '{}'));
  }
  return tokens;
}

export function compileMessage(text: string): CompiledMessage {
  const reader = new Reader(text);
  const tokens = readTokens(reader, false);
  if (!reader.done) throw new Error(`A closing brace has no opening one in: ${text}`);
  return tokens;
}
